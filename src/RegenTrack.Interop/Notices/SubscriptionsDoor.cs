using System.Globalization;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Notices;
using RegenTrack.Fhir;
using RegenTrack.Interop.Records;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Notices;

/// <summary>A transaction Bundle of subscriptions. Their endpoints are asked once it is recorded, as each alone would be.</summary>
internal sealed class SubscriptionsDoor : EachEntryDoor
{
    private const string Type = NoticeNames.Type;

    public override bool Accepts(FhirTransaction transaction) => transaction.Entries.Count > 0 && transaction.Entries.All(entry => entry.Address[0] == Type);

    protected override async Task<(CommandOutcome? Outcome, FhirReply? Refusal)> Send(IReadOnlyList<RecordTarget> targets, InstitutionId institution, FhirCall call)
    {
        var (changes, secrets, problems) = (new List<NoticeChange>(), new List<NewIdentity>(), new List<Issue>());
        List<RecordTarget> changed = [.. targets.Where(target => !target.IsThere)];
        foreach (var target in changed)
        {
            var (asked, wrong) = target.Entry.Method == "DELETE" ? (null, []) : await Asked(target, institution, call);
            problems.AddRange(wrong.Select(problem => problem with { Expression = Within(target.Entry, problem.Expression) }));
            changes.Add(new NoticeChange(new(target.Id), asked?.Request, target.IsExpected ? target.Stands?.StreamVersion : null));
            if (asked is not null)
                secrets.Add(asked.Secrets);
        }

        if (problems.Count > 0)
            return (null, AskedSubscription.Refused(problems));
        var outcome = await call.Send(new ChangeNotices(changes), identities: secrets);
        return outcome is CommandOutcome.Accepted ? (outcome, null) : (null, FhirReply.Refused(outcome, field => Place(field, changed)));
    }

    private static async Task<(AskedSubscription? Asked, IReadOnlyList<Issue> Problems)> Asked(RecordTarget target, InstitutionId institution, FhirCall call)
    {
        var resource = target.Entry.Resource;
        if (target.Entry.Method == "PATCH")
        {
            var (document, issues) = await Patched(target, call);
            if (document is null)
                return (null, issues);
            resource = document.Root;
        }

        return await AskedSubscription.Read(new(target.Id), resource, target.Stands is null, institution, call);
    }

    /// <summary>What a command says of its changes, as in <c>Changes[2].End</c>, in the Bundle.</summary>
    private static string? Place(string? field, List<RecordTarget> changed) => field?.Split('[', ']') is [_, var index, ['.', .. var of]]
        ? Within(changed[int.Parse(index, CultureInfo.InvariantCulture)].Entry, AskedSubscription.Place(of))
        : "Bundle.entry";

    private static string? Within(FhirEntry entry, string? expression) =>
        expression == Type ? entry.At() : expression?.StartsWith(Type + '.', StringComparison.Ordinal) == true ? entry.At(expression[(Type.Length + 1)..]) : expression;
}
