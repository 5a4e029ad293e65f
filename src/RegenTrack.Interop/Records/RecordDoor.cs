using System.Text;
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
        var id = call.NewId(KeptTypes.Prefix(type));
        return await Kept(id, body, call) is { } refused ? refused : await call.Created(type, id);
    }

    public async Task<FhirReply> Update(string id, FhirDocument body, FhirCall call) => !KeptTypes.IsRecord(type, id) ? RecordContent.OfPlan(type)
        : await IsThere(id, body, call) || await Kept(id, body, call) is not { } refused ? await call.Updated(type, id) : refused;

    public async Task<FhirReply> Delete(string id, FhirCall call)
    {
        if (!KeptTypes.IsRecord(type, id))
            return RecordContent.OfPlan(type);
        if (call.Actor.Institution is not { } institution)
            return FhirReply.NotFound;
        var removal = new RecordDraft(call, new(institution)).Change(type, id, null, call.ExpectedVersion);
        return FhirReply.From(await call.Send(new ChangeRecords([removal])), _ => new FhirReply(204));
    }

    // Of what lies in the vault a command cannot tell that nothing changes.
    private async Task<bool> IsThere(string id, FhirDocument body, FhirCall call) =>
        type == KeptTypes.Person && await call.Find(type, id) is { Body: { } there } && RecordContent.Of(body.Root.GetRawText(), id) == Encoding.UTF8.GetString(there);

    /// <summary>Null when it is kept now.</summary>
    private async Task<FhirReply?> Kept(string id, FhirDocument body, FhirCall call)
    {
        if (call.Actor.Institution is not { } institution)
            return FhirReply.NotFound;
        if (RecordContent.Refusal(body.Root, type) is { } refusal)
            return FhirReply.Unprocessable(refusal);
        var draft = new RecordDraft(call, new(institution));
        var change = draft.Change(type, id, RecordContent.Of(body.Root.GetRawText(), id), call.ExpectedVersion);

        // The command says nothing of the person, so that it alone does not tell one request from another.
        var sent = draft.People.Count > 0 && call.Sent is null ? call.AsSent(body.Bytes) : call;
        var outcome = await sent.Send(new ChangeRecords([change]), identities: draft.People);
        return outcome is CommandOutcome.Accepted ? null : FhirReply.Refused(outcome, _ => type);
    }
}
