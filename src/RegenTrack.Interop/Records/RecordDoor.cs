using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Records;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Records;

/// <summary>Creating, changing and deleting one thing that a hospital keeps here for itself.</summary>
internal sealed class RecordDoor(string type) : IResourceDoor
{
    public string Type => type;

    public async Task<FhirReply> Create(FhirDocument body, FhirCall call)
    {
        var id = call.NewId(type.ToLowerInvariant());
        return await Kept(id, body, call) is { } refused ? refused : await call.Created(type, id);
    }

    public async Task<FhirReply> Update(string id, FhirDocument body, FhirCall call) =>
        await Kept(id, body, call) is { } refused ? refused : await call.Updated(type, id);

    public async Task<FhirReply> Delete(string id, FhirCall call)
    {
        if (call.Actor.Institution is not { } institution)
            return FhirReply.NotFound;
        var removal = new RecordChange(new($"{type}/{id}"), new(institution), null, call.ExpectedVersion);
        return FhirReply.From(await call.Send(new ChangeRecords([removal])), _ => new FhirReply(204));
    }

    /// <summary>Null when it is kept now.</summary>
    private async Task<FhirReply?> Kept(string id, FhirDocument body, FhirCall call)
    {
        if (call.Actor.Institution is not { } institution)
            return FhirReply.NotFound;
        if (RecordContent.Refusal(body.Root, type) is { } refusal)
            return FhirReply.Unprocessable(refusal);
        var change = new RecordChange(new($"{type}/{id}"), new(institution), RecordContent.Of(body.Root.GetRawText(), id), call.ExpectedVersion);
        var outcome = await call.Send(new ChangeRecords([change]));
        return outcome is CommandOutcome.Accepted ? null : FhirReply.Refused(outcome, _ => type);
    }
}
