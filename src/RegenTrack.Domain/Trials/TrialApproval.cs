using RegenTrack.Domain.Institutions.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>The MFDS approval of the protocol (계획서 승인). The number is an opaque string: its format is not verified.</summary>
/// <param name="IsLicensingTrial">Run for the licence (품목허가) of an advanced biopharmaceutical.</param>
/// <param name="SiteInstitutions">Designated institutions among the sites.</param>
public sealed record TrialApproval(string Number, DateOnly ApprovedOn, string? ProtocolNumber, bool IsLicensingTrial, IReadOnlyList<InstitutionId> SiteInstitutions)
{
    /// <summary>Says the same, sites included.</summary>
    public bool SaysTheSameAs(TrialApproval other) =>
        this with { SiteInstitutions = other.SiteInstitutions } == other && SiteInstitutions.SequenceEqual(other.SiteInstitutions);
}
