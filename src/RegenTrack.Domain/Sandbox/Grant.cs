using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Sandbox;

/// <summary>One granted exemption as it stands.</summary>
public sealed record Grant(
    GrantId Id,
    bool Exists,
    string CertificateNumber,
    ExemptionKind Kind,
    IReadOnlyList<GrantOperator> Operators,
    DateOnly From,
    DateOnly Until,
    string? LongValidityReason,
    bool SiteIdentityRequired,
    int? PatientCap,
    IReadOnlyList<TrackedCondition> Conditions,
    LiabilityInsurance? Insurance,
    DateOnly? StartedOn)
{
    public static readonly Grant Initial =
        new(default, false, "", default, [], default, default, null, true, null, [], null, null);

    public TrackedCondition? Find(string key) => Conditions.FirstOrDefault(tracked => tracked.Condition.Key == key);

    /// <summary>A judgement of one of its conditions; nothing new when it was judged the same on the same evidence.</summary>
    public Outcome<GrantEvent> Judge(string key, bool met, string evidence, GrantEvent judgement) =>
        !Exists ? SandboxRefusals.UnknownGrant
        : Find(key) is not { } tracked ? SandboxRefusals.UnknownCondition
        : tracked.Met == met && tracked.Evidence == evidence ? Outcome<GrantEvent>.Accept()
        : judgement;

    /// <summary>What other contexts may know.</summary>
    public GrantFacts Facts() => new(
        Id, Exists, Kind, From, Until, StartedOn, Conditions.All(tracked => tracked.Met), SiteIdentityRequired, PatientCap, Operators);

    public static Grant Evolve(Grant state, GrantEvent e) => e switch
    {
        GrantRecorded r => Initial with
        {
            Id = r.Grant,
            Exists = true,
            CertificateNumber = r.CertificateNumber,
            Kind = r.Kind,
            Operators = r.Operators,
            From = r.From,
            Until = r.Until,
            LongValidityReason = r.LongValidityReason,
            SiteIdentityRequired = r.SiteIdentityRequired,
            PatientCap = r.PatientCap,
            Conditions = [.. r.Conditions.Select(condition => new TrackedCondition(condition, false, null, null))],
        },
        InsuranceRecorded i => state with { Insurance = i.Insurance },
        GrantStarted s => state with { StartedOn = s.StartedOn },
        ConditionMet m => state with { Conditions = Judge(state, m.Key, true, m.Evidence, m.On) },
        ConditionUnmet u => state with { Conditions = Judge(state, u.Key, false, u.Reason, u.On) },
        _ => state,
    };

    private static List<TrackedCondition> Judge(Grant state, string key, bool met, string evidence, DateOnly on) =>
        [.. state.Conditions.Select(tracked =>
            tracked.Condition.Key == key ? tracked with { Met = met, Evidence = evidence, Since = on } : tracked)];
}
