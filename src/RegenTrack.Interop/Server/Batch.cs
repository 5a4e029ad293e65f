using System.Text;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>A batch: every entry on its own, in order, each with its own outcome and its own command id.</summary>
internal static class Batch
{
    public static async Task<FhirReply> Process(FhirTransaction batch, DoorMap doors, FhirCall call)
    {
        var lines = new List<TransactionLine>();
        foreach (var (index, entry) in batch.Entries.Index())
        {
            var address = FhirAddress.Of(entry.Method, entry.Url);
            var own = call with { CommandId = $"{call.CommandId}/{index}", ExpectedVersion = entry.IfMatch, Restrictions = call.Scopes.For(address.Type ?? "", address.Needs).Restrictions };
            var reply = await Answer(entry, doors, own);
            lines.Add(Line(reply.OnDay?.Invoke(KoreanTime.DayOf(call.Now)) ?? reply, entry.IfMatch is not null));
        }

        return new FhirReply(200, TransactionLine.Bundle("batch-response", lines));
    }

    private static async Task<FhirReply> Answer(FhirEntry entry, DoorMap doors, FhirCall call)
    {
        if (ScopeGate.Refusal(entry, call.Scopes) is { } forbidden)
            return FhirReply.Failed(403, forbidden);
        var address = entry.Url.Split('/');
        if (TypeEndpoint.NotServed(doors, address[0]) is { } absent)
            return absent;
        if (doors.Resource(address[0]) is not { } served)
            return FhirReply.NotSupported;
        var door = RestrictedDoor.For(served, call);
        return (entry.Method, address) switch
        {
            ("GET", [_, var id]) => await door.Read(id, call),
            ("POST", [_]) => await door.Create(Document(entry), call),
            ("PUT", [_, var id]) when entry.Resource.Text("id") == id => await door.Update(id, Document(entry), call),
            _ => FhirReply.NotSupported,
        };
    }

    // Its structure is checked already as a part of the Bundle; a second reading gives the door a document of its own.
    private static FhirDocument Document(FhirEntry entry) => FhirDocument.Parse(Encoding.UTF8.GetBytes(entry.Resource.GetRawText()));

    private static TransactionLine Line(FhirReply reply, bool named)
    {
        var status = reply.Status == 409 && named ? 412 : reply.Status;
        return status < 400
            ? new TransactionLine(status, reply.Location, reply.Version, reply.Body)
            : new TransactionLine(status, Outcome: reply.Body);
    }
}
