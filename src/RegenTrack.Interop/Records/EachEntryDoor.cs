using RegenTrack.App.Pipeline;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Records;

/// <summary>A transaction Bundle each of whose entries makes, changes or takes back a resource of its own: all of them, or none.</summary>
internal abstract class EachEntryDoor : ITransactionDoor
{
    public bool TakesConditions => true;

    public abstract bool Accepts(FhirTransaction transaction);

    public async Task<FhirReply> Process(FhirTransaction transaction, FhirCall call)
    {
        // The command says nothing of a person, so that it alone does not tell one request from another.
        var sent = call.Sent is null && transaction.Entries.Any(entry => entry.Address[0] == KeptTypes.Person) ? call.AsSent(transaction.Document.Bytes) : call;
        return call.Actor.Institution is { } institution ? await sent.Create(one => Process(transaction, new InstitutionId(institution), one)) : FhirReply.NotFound;
    }

    /// <summary>Sends what the entries come to as one command, or says what is wrong with them. Without a target there is nothing to send.</summary>
    protected abstract Task<(CommandOutcome? Outcome, FhirReply? Refusal)> Send(IReadOnlyList<RecordTarget> targets, InstitutionId institution, FhirCall call);

    /// <summary>What the resource of an entry becomes by its patch, or why it does not.</summary>
    protected static async Task<(FhirDocument? Document, IReadOnlyList<Issue> Issues)> Patched(RecordTarget target, FhirCall call)
    {
        var entry = target.Entry;
        if (SentPatch.Of(entry) is not { } patch)
            return (null, [Issue.Error("value", "patch-unreadable", "패치는 Parameters이거나, JSON Patch를 담은 Binary여야 합니다.", "A patch is Parameters, or a Binary that holds a JSON Patch.", entry.At())]);
        if (await call.Service<ResourceReader>().Find(target.Type, target.Id, target.Stands!.Version, call.Actor.Institution, call.CancellationToken) is not { Body: { } body })
            return (null, [Issue.Error("not-found", "not-found", "해당 자원이 없거나 열람할 수 없습니다.", "There is no such resource, or none that you may see.", entry.Place)]);
        var (document, issues) = patch.Applied(body, KoreanTime.DayOf(call.Now));
        if (document is null)
            return (null, [.. issues.Select(issue => issue with { Expression = entry.At() })]);
        return RestrictedDoor.Refusal(document.Root, RestrictedTransaction.Own(entry, call), entry.At()) is { } refusal ? (null, [refusal]) : (document, []);
    }

    private async Task<FhirReply> Process(FhirTransaction transaction, InstitutionId institution, FhirCall call)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (targets, refusal) = await new RecordTargets(transaction, call).Find();
            var reply = targets is null ? refusal! : await Change(targets, institution, call);
            if (reply.Status != 409 || !transaction.DependsOnWhatStands || attempt == Conditional.Attempts)
                return reply;
        }
    }

    private async Task<FhirReply> Change(IReadOnlyList<RecordTarget> targets, InstitutionId institution, FhirCall call)
    {
        List<RecordTarget> changed = [.. targets.Where(target => !target.IsThere)];
        if (changed.Find(target => target.Entry.IfMatch is { } expected && (target.Stands is null || !expected.Contains(target.Stands.Version))) is { } moved)
            return Refusals.Conflict(moved.Stands?.Version ?? 0);
        var unless = call with { Unless = [.. targets.Select(target => target.Unless).OfType<ResourceQuery>()] };
        var (outcome, refusal) = changed.Count == 0 ? default : await Send(targets, institution, unless);
        if (refusal is not null)
            return refusal;
        var now = await call.Service<ResourceReader>().Places([.. targets.Select(target => (target.Type, target.Id))], institution.Value, call.CancellationToken);
        List<RecordTarget> made = outcome is CommandOutcome.Accepted { Replayed: true } ? [.. targets.Where(target => target.Entry.Method == "POST" && !target.IsThere)] : [];
        if (made.Any(target => !now.ContainsKey((target.Type, target.Id))))
            return FhirReply.MadeAndGone with { IsMadeAndGone = !made.Any(target => now.ContainsKey((target.Type, target.Id))) };
        return FhirReply.Transaction(targets.Select(target => target.Line(now.GetValueOrDefault((target.Type, target.Id))?.Version)));
    }
}
