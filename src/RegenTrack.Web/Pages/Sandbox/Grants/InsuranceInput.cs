using RegenTrack.Domain.Sandbox;

namespace RegenTrack.Web.Pages.Sandbox.Grants;

/// <summary>The insurance form. Cover in whole KRW, preset to what the decree asks for.</summary>
public sealed class InsuranceInput
{
    public string Insurer { get; set; } = "";

    public string PolicyNumber { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public long DeathCover { get; set; } = LiabilityInsurance.LeastDeathCover;

    public long InjuryCover { get; set; } = LiabilityInsurance.LeastInjuryCover;

    public long DisabilityCover { get; set; } = LiabilityInsurance.LeastDisabilityCover;

    public long PropertyCover { get; set; } = LiabilityInsurance.LeastPropertyCover;

    /// <summary>The proof, or null without both dates.</summary>
    public LiabilityInsurance? Proof() => From is { } from && Until is { } until
        ? new LiabilityInsurance(Insurer, PolicyNumber, from, until, DeathCover, InjuryCover, DisabilityCover, PropertyCover)
        : null;
}
