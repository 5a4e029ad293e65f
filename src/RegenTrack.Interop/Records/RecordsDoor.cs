using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Records;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Records;

/// <summary>A transaction Bundle of a hospital's own records.</summary>
internal sealed class RecordsDoor : EachEntryDoor
{
    public override bool Accepts(FhirTransaction transaction) =>
        transaction.Entries.Count > 0 && transaction.Entries.All(entry => KeptTypes.All.Contains(entry.Address[0]) && entry.Method is "POST" or "PUT" or "PATCH" or "DELETE");

    protected override async Task<(CommandOutcome? Outcome, FhirReply? Refusal)> Send(IReadOnlyList<RecordTarget> targets, InstitutionId institution, FhirCall call)
    {
        if (targets.FirstOrDefault(target => target.Stands is not null && !target.IsThere && !KeptTypes.IsRecord(target.Type, target.Id)) is { } ofPlan)
            return (null, RecordContent.OfPlan(ofPlan.Entry.Place));
        var (links, draft) = (new RecordLinks(targets), new RecordDraft(call, institution));
        var changes = new List<RecordChange>();
        var faults = new List<Issue>();
        foreach (var target in targets.Where(target => !target.IsThere))
        {
            var (content, issues) = await Content(target, call);
            faults.AddRange(issues);
            changes.Add(draft.Change(target.Type, target.Id, content is null ? null : RecordContent.Of(links.In(content), target.Id), target.IsExpected ? target.Stands?.StreamVersion : null));
        }

        if (faults.Count > 0)
            return (null, FhirReply.Unprocessable(faults));
        var outcome = await call.Send(new ChangeRecords(changes), identities: draft.People);
        return outcome is CommandOutcome.Accepted ? (outcome, null) : (null, FhirReply.Refused(outcome, _ => "Bundle.entry"));
    }

    /// <summary>Null for what is taken back.</summary>
    private static async Task<(string? Content, IReadOnlyList<Issue> Issues)> Content(RecordTarget target, FhirCall call)
    {
        if (target.Entry.Method == "DELETE")
            return (null, []);
        var (resource, issues) = (target.Entry.Resource, (IReadOnlyList<Issue>)[]);
        if (target.Entry.Method == "PATCH")
        {
            (var document, issues) = await Patched(target, call);
            if (document is null)
                return (null, issues);
            resource = document.Root;
        }

        return RecordContent.Refusal(resource, target.Entry.At()) is { } refusal ? (null, [refusal]) : (resource.GetRawText(), []);
    }
}
