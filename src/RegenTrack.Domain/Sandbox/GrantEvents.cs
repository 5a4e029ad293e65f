using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Sandbox;

/// <summary>What happens to a grant.</summary>
public abstract record GrantEvent;

/// <summary>The exemption was granted, with its certificate and conditions.</summary>
public sealed record GrantRecorded(
    GrantId Grant,
    string CertificateNumber,
    ExemptionKind Kind,
    IReadOnlyList<GrantOperator> Operators,
    DateOnly From,
    DateOnly Until,
    string? LongValidityReason,
    bool SiteIdentityRequired,
    int? PatientCap,
    IReadOnlyList<GrantCondition> Conditions) : GrantEvent;

/// <summary>Liability insurance was proven.</summary>
public sealed record InsuranceRecorded(GrantId Grant, LiabilityInsurance Insurance) : GrantEvent;

/// <summary>Provision under the exemption started.</summary>
public sealed record GrantStarted(GrantId Grant, DateOnly StartedOn) : GrantEvent;

/// <summary>A condition was judged met, on evidence.</summary>
public sealed record ConditionMet(GrantId Grant, string Key, string Evidence, DateOnly On) : GrantEvent;

/// <summary>A condition was judged not or no longer met, for a reason.</summary>
public sealed record ConditionUnmet(GrantId Grant, string Key, string Reason, DateOnly On) : GrantEvent;
