using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Cells.Inspect;

/// <summary>The four checks on receipt, one after the other.</summary>
[RequiresPermission(Permission.InspectShipment)]
public sealed class ChecksModel : InspectPage
{
    [BindProperty]
    public CheckKind Kind { get; set; }

    [BindProperty]
    public CheckResult? Result { get; set; }

    [BindProperty]
    public IdentityDepth? Depth { get; set; }

    [BindProperty]
    public string? Container { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public IFormFile? Photo { get; set; }

    /// <summary>The answers to the document checklist; null for an item that has none.</summary>
    /// <remarks>Read by name: a bound dictionary would take every field of a form that has no checklist for one of its entries.</remarks>
    public IReadOnlyDictionary<string, ItemAnswer?> Items => DocumentChecklist.Items.ToDictionary(
        item => item.Key,
        item => Request.HasFormContentType && Enum.TryParse<ItemAnswer>(Request.Form[$"Items[{item.Key}]"], out var answer) && Enum.IsDefined(answer) ? answer : (ItemAnswer?)null);

    /// <summary>The first check that some container still lacks; null when all are recorded.</summary>
    public CheckKind? Next => Enum.GetValues<CheckKind>().Cast<CheckKind?>()
        .FirstOrDefault(kind => Detail.Shipment.Containers.Any(container => Detail.Shipment.CheckOf(kind!.Value, container.Number) is null));

    public async Task<IActionResult> OnPostAsync()
    {
        var photo = await Store(Photo, nameof(Photo), MediaTypes.Jpeg, MediaTypes.Png, MediaTypes.Webp);
        if (Result is null) Refuse([new("required", "결과를 고르세요.", "Choose a result.", field: nameof(Result))]);
        if (!ModelState.IsValid) return await Again();
        var check = new ReceiptCheck(
            Kind, Result!.Value, string.IsNullOrWhiteSpace(Container) ? null : Container, Kind == CheckKind.Identity ? Depth : null, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), photo);
        var answers = Kind == CheckKind.Documentary
            ? Items.Where(item => item.Value is not null).ToDictionary(item => item.Key, item => item.Value!.Value)
            : [];
        return await Send(new RecordReceiptCheck(ShipmentId, check, answers)) ? Redirect($"/cells/inspect/{Id}/checks") : await Again();
    }
}
