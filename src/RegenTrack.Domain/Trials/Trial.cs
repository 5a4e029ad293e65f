using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>A clinical trial as its facts leave it.</summary>
public sealed record Trial(
    TrialId Id,
    TrialRegistration? Registration,
    TrialApproval? Approval,
    DateOnly? LastObservationEnd,
    DateOnly? LastObservationEndNotice,
    DateOnly? FinalResult,
    DateOnly? StudyReport,
    DateOnly? OnHoldSince,
    IReadOnlyList<ResultsVersion> Results)
{
    public static readonly Trial Initial = new(new TrialId(""), null, null, null, null, null, null, null, []);

    public bool IsRegistered => Registration is not null;

    /// <summary>The version that stands: the latest one, unless it was withdrawn.</summary>
    public ResultsVersion? CurrentResults => Results is [.., { WithdrawnBecause: null } latest] ? latest : null;

    /// <summary>The facts other contexts may see.</summary>
    public TrialFacts Facts() => new(
        Id,
        IsRegistered,
        Registration?.Title,
        Registration?.Phase ?? TrialPhase.NotStated,
        Approval?.IsLicensingTrial ?? false,
        [.. CompletionGaps()],
        Approval?.SiteInstitutions ?? [],
        CurrentResults?.Number,
        CurrentResults?.PrimaryEndpoints ?? []);

    // Derived rule on DS30(1)10: the 20-day notice and the one-year report are different marks, so both are asked for.
    private IEnumerable<CompletionGap> CompletionGaps()
    {
        if (LastObservationEndNotice is null)
            yield return CompletionGap.LastObservationEndNotice;
        if (FinalResult is null && StudyReport is null)
            yield return CompletionGap.FinalResult;
        if (OnHoldSince is not null)
            yield return CompletionGap.OpenHold;
    }

    public static Trial Evolve(Trial state, TrialEvent e) => e switch
    {
        TrialRegistered registered => state with { Id = registered.Trial, Registration = registered.Registration },
        TrialRegistrationRevised revised => state with { Registration = revised.Registration },
        TrialApprovalRecorded recorded => state with { Approval = recorded.Approval },
        TrialResultsRecorded recorded => state with
        {
            Results = [.. state.Results, new ResultsVersion(recorded.Version, recorded.Package, recorded.Source, recorded.Counts, recorded.PrimaryEndpoints, null)],
        },
        TrialResultsWithdrawn withdrawn => state with
        {
            Results = [.. state.Results.Select(results => results.Number == withdrawn.Version ? results with { WithdrawnBecause = withdrawn.Reason } : results)],
        },
        TrialCompletionRecorded told => state with
        {
            LastObservationEnd = told.LastObservationEnd ?? state.LastObservationEnd,
            LastObservationEndNotice = told.LastObservationEndNotice ?? state.LastObservationEndNotice,
            FinalResult = told.FinalResult ?? state.FinalResult,
            StudyReport = told.StudyReport ?? state.StudyReport,
        },
        TrialPutOnHold held => state with { OnHoldSince = held.Since },
        TrialHoldLifted => state with { OnHoldSince = null },
        _ => state,
    };
}
