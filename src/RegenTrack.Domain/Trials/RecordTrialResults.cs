using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>Put a results package on file. The package is fetched by its hash and judged here, so nobody can vouch for figures that are not in it.</summary>
/// <param name="Package">SHA-256 (hex) of the stored package.</param>
public sealed record RecordTrialResults(TrialId Trial, string Package, EvidenceSource Source)
{
    public static Outcome<TrialEvent> Decide(Trial state, RecordTrialResults command, EvidencePackage? package, Circumstances at)
    {
        if (!state.IsRegistered)
            return TrialRefusals.NotRegistered(command.Trial);
        if (package is null)
            return new Refusal(
                "evidence-package-absent",
                "결과 자료를 찾을 수 없습니다. 자료를 다시 올리십시오.",
                "The results package is not on file. Upload the record again.",
                field: nameof(Package));
        if (state.Results is [.., var latest] && latest.Package == command.Package)
            return latest.WithdrawnBecause is null ? Outcome<TrialEvent>.Accept() : Withdrawn(latest.Number);
        Refusal[] faults = [.. Faults(package)];
        return faults.Length > 0
            ? Outcome<TrialEvent>.Refuse(faults)
            : new TrialResultsRecorded(command.Trial, state.Results.Count + 1, command.Package, command.Source, EvidenceCounts.Of(package), [.. package.Outcomes.Where(outcome => outcome.Role == EndpointRole.Primary).Select(Summary)]);
    }

    /// <summary>What is wrong with a package whatever the trial.</summary>
    public static IEnumerable<Refusal> Faults(EvidencePackage package) => package is { Flow: null, AdverseEvents: null, Outcomes.Count: 0 } ? [Empty] : EvidenceConsistency.Check(package);

    private static readonly Refusal Empty = new(
        "evidence-empty",
        "결과 자료에 참여자 흐름, 평가변수, 이상반응이 모두 없습니다.",
        "The results package has neither participant flow nor endpoints nor adverse events.",
        field: nameof(Package));

    private static PrimaryEndpoint Summary(OutcomeMeasure outcome)
    {
        Analysis? first = outcome.Analyses.FirstOrDefault(analysis => analysis.P is not null) ?? (outcome.Analyses is [var only, ..] ? only : null);
        return new PrimaryEndpoint(outcome.Title, outcome.TimeFrame, first?.Parameter, first?.Estimate?.Text, first?.P?.Text);
    }

    private static Refusal Withdrawn(int version) => new(
        "results-withdrawn",
        $"이 결과 자료(제{version}판)는 철회되었습니다. 정정된 자료를 올리십시오.",
        $"This package (version {version}) was withdrawn. Upload the corrected record.",
        field: nameof(Package));
}
