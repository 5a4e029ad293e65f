using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Applications.Published;

/// <summary>What the applicant relies on as the completed same-purpose implementation (item 15).</summary>
/// <param name="ResearchAt">Institution that completed the research; for research only.</param>
/// <param name="FinalResult">Number of the final result reported to the safety body; for research only.</param>
/// <param name="Trial">The commercial trial; for a trial only.</param>
/// <param name="Grant">The exemption under which the trial may count; for a trial only.</param>
public sealed record EvidenceClaim(
    EvidenceKind Kind, InstitutionId? ResearchAt = null, string? FinalResult = null, TrialId? Trial = null, GrantId? Grant = null)
{
    public static readonly EvidenceClaim Nothing = new(EvidenceKind.None);
}

public enum EvidenceKind
{
    None,
    CompletedResearch,
    CommercialTrial,
}
