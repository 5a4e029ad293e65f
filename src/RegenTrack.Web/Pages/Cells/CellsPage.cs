using RegenTrack.App.Attachments;
using RegenTrack.App.Cells;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.Web.Pages.Cells;

/// <summary>What pages of the cells context share: Korean clock, uploads, and lots that follow their shipment.</summary>
public abstract class CellsPage : RegenPage
{
    private const long LargestFile = 10_000_000;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    public static string Clock(DateTimeOffset instant) => instant.ToOffset(KoreanTime.Offset).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A date and time typed in Korea; null for one before there was a calendar.</summary>
    protected static DateTimeOffset? Instant(DateTime typed) =>
        typed.Year > 1 ? new DateTimeOffset(DateTime.SpecifyKind(typed, DateTimeKind.Unspecified), KoreanTime.Offset).ToUniversalTime() : null;

    protected Task<ShipmentDetail?> Shipment(string id) => Mediator.Send(new GetShipment(Actor, id), HttpContext.RequestAborted);

    /// <summary>The lots of a shipment follow it by themselves, a moment later: the next page shall show them where they are.</summary>
    protected Task LotsFollow() =>
        CatchUp.With(HttpContext.RequestServices.GetRequiredService<EventStore.Store>(), Reaction.NameOf(Reactions.Name), Moment, HttpContext.RequestAborted);

    protected async Task<byte[]?> Bytes(IFormFile file, string field)
    {
        if (file.Length > LargestFile)
        {
            Refuse([new Refusal("file-too-large", "파일은 10 MB까지 올릴 수 있습니다.", "Files of up to 10 MB can be uploaded.", field: field)]);
            return null;
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, HttpContext.RequestAborted);
        return memory.ToArray();
    }

    /// <summary>Stores a file and says its hash; null when there is none or it is refused.</summary>
    protected async Task<string?> Store(IFormFile? file, string field, params string[] mediaTypes)
    {
        if (file is null || file.Length == 0 || await Bytes(file, field) is not { } bytes) return null;
        if (MediaTypes.Of(bytes) is not { } type || !mediaTypes.Contains(type))
        {
            Refuse([new Refusal("file-type-not-accepted", "이 종류의 파일은 받지 않습니다.", "Files of this kind are not accepted.", field: field)]);
            return null;
        }

        return (await HttpContext.RequestServices.GetRequiredService<AttachmentStore>().Save(bytes, type, null, HttpContext.RequestAborted)).Sha256;
    }
}
