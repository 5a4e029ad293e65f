using RegenTrack.Domain.Institutions.Published;

namespace RegenTrack.Domain.Trials.Published;

/// <summary>What other contexts may know of a trial: the facts of the evidence gate (law page 4.2 and 5.1).</summary>
/// <param name="IsRegistered">False when nothing is known under this id; all else is then empty.</param>
/// <param name="MissingForCompletion">What still stands between the trial and "completed" for gating; empty: completed.</param>
/// <param name="IsLicensingTrial">Run to licence an advanced biopharmaceutical under the Pharmaceutical Affairs Act, article 34.</param>
/// <param name="SiteInstitutions">The designated institutions that were sites of the trial.</param>
/// <param name="CurrentResults">Number of the results version that stands; null: none recorded, or withdrawn.</param>
public sealed record TrialFacts(
    TrialId Id,
    bool IsRegistered,
    string? Title,
    TrialPhase Phase,
    bool IsLicensingTrial,
    IReadOnlyList<CompletionGap> MissingForCompletion,
    IReadOnlyList<InstitutionId> SiteInstitutions,
    int? CurrentResults,
    IReadOnlyList<PrimaryEndpoint> PrimaryEndpoints)
{
    /// <summary>Every condition of the derived rule on article 30(1)10 holds.</summary>
    public bool IsCompletedForGating => IsRegistered && MissingForCompletion.Count == 0;

    /// <summary>Results are on file and stand.</summary>
    public bool HasResults => CurrentResults is not null;
}

/// <summary>A condition of "completed" that is not met yet.</summary>
public enum CompletionGap
{
    /// <summary>No notice that the last observation ended.</summary>
    LastObservationEndNotice,

    /// <summary>Neither the final result was submitted nor the study report finalised.</summary>
    FinalResult,

    /// <summary>The trial is on hold.</summary>
    OpenHold,
}

/// <summary>A primary endpoint of the results that stand, in the source's own words and figures.</summary>
/// <param name="PValue">As written, e.g. <c>&lt;0.001</c>; null when the source reports no analysis with one.</param>
/// <param name="Estimate">As written, with the parameter it estimates; null when the source reports none.</param>
public sealed record PrimaryEndpoint(string Title, string? TimeFrame, string? Parameter, string? Estimate, string? PValue);
