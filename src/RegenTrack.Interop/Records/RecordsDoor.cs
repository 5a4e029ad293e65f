using RegenTrack.App.Pipeline;
using RegenTrack.App.Resources;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Records;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Records;

/// <summary>A transaction Bundle of a hospital's own records: all of them are changed, or none.</summary>
internal sealed class RecordsDoor : ITransactionDoor
{
    public bool TakesConditions => true;

    public bool Accepts(FhirTransaction transaction) =>
        transaction.Entries.Count > 0 && transaction.Entries.All(entry => KeptTypes.All.Contains(entry.Address[0]) && entry.Method is "POST" or "PUT" or "PATCH" or "DELETE");

    public async Task<FhirReply> Process(FhirTransaction transaction, FhirCall call)
    {
        return call.Actor.Institution is { } institution ? await call.Create(one => Process(transaction, new InstitutionId(institution), one)) : FhirReply.NotFound;
    }

    private static async Task<FhirReply> Process(FhirTransaction transaction, InstitutionId institution, FhirCall call)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (targets, refusal) = await new RecordTargets(transaction, call).Find();
            var reply = targets is null ? refusal! : await Change(targets, institution, call);
            if (reply.Status != 409 || !transaction.DependsOnWhatStands || attempt == Conditional.Attempts)
                return reply;
        }
    }

    private static async Task<FhirReply> Change(IReadOnlyList<RecordTarget> targets, InstitutionId institution, FhirCall call)
    {
        var links = new RecordLinks(targets);
        var changes = new List<RecordChange>();
        var faults = new List<Issue>();
        foreach (var target in targets.Where(target => !target.IsThere))
        {
            if (target.Entry.IfMatch is { } expected && (target.Stands is null || !expected.Contains(target.Stands.Version)))
                return Refusals.Conflict(target.Stands?.Version ?? 0);
            var (content, issues) = target.Entry.Method == "PATCH" ? await Patched(target, call) : (target.Entry.Method == "DELETE" ? null : target.Entry.Resource.GetRawText(), Fault(target));
            faults.AddRange(issues);
            changes.Add(new RecordChange(
                new(target.Address), institution, content is null ? null : RecordContent.Of(links.In(content), target.Id), target.IsExpected ? target.Stands?.StreamVersion : null));
        }

        if (faults.Count > 0)
            return FhirReply.Unprocessable(faults);
        var unless = call with { Unless = [.. targets.Select(target => target.Unless).OfType<ResourceQuery>()] };
        CommandOutcome? outcome = changes.Count > 0 ? await unless.Send(new ChangeRecords(changes)) : null;
        if (outcome is not (null or CommandOutcome.Accepted))
            return FhirReply.Refused(outcome, _ => "Bundle.entry");
        var now = await call.Service<ResourceReader>().Places([.. targets.Select(target => (target.Type, target.Id))], institution.Value, call.CancellationToken);
        List<RecordTarget> made = outcome is CommandOutcome.Accepted { Replayed: true } ? [.. targets.Where(target => target.Entry.Method == "POST" && !target.IsThere)] : [];
        if (made.Any(target => !now.ContainsKey((target.Type, target.Id))))
            return FhirReply.MadeAndGone with { IsMadeAndGone = !made.Any(target => now.ContainsKey((target.Type, target.Id))) };
        return FhirReply.Transaction(targets.Select(target => target.Line(now.GetValueOrDefault((target.Type, target.Id))?.Version)));
    }

    private static IReadOnlyList<Issue> Fault(RecordTarget target) =>
        target.Entry.Method != "DELETE" && RecordContent.Refusal(target.Entry.Resource, target.Entry.At()) is { } refusal ? [refusal] : [];

    private static async Task<(string? Content, IReadOnlyList<Issue> Issues)> Patched(RecordTarget target, FhirCall call)
    {
        var entry = target.Entry;
        if (SentPatch.Of(entry) is not { } patch)
            return (null, [Issue.Error("value", "patch-unreadable", "패치는 Parameters이거나, JSON Patch를 담은 Binary여야 합니다.", "A patch is Parameters, or a Binary that holds a JSON Patch.", entry.At())]);
        if (await call.Service<ResourceReader>().Find(target.Type, target.Id, target.Stands!.Version, call.Actor.Institution, call.CancellationToken) is not { Body: { } body })
            return (null, [Issue.Error("not-found", "not-found", "해당 자원이 없거나 열람할 수 없습니다.", "There is no such resource, or none that you may see.", entry.Place)]);
        var (document, issues) = patch.Applied(body, KoreanTime.DayOf(call.Now));
        if (document is null)
            return (null, [.. issues.Select(issue => issue with { Expression = entry.At() })]);
        var refusal = RestrictedDoor.Refusal(document.Root, RestrictedTransaction.Own(entry, call), entry.At()) ?? RecordContent.Refusal(document.Root, entry.At());
        return (document.Root.GetRawText(), refusal is null ? [] : [refusal]);
    }
}
