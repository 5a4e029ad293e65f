namespace RegenTrack.Domain.Sandbox;

/// <summary>Proof of liability insurance. Cover in whole KRW: per person for death, injury and disability, per accident for property.</summary>
/// <param name="Until">Last day of cover, inclusive.</param>
public sealed record LiabilityInsurance(
    string Insurer,
    string PolicyNumber,
    DateOnly From,
    DateOnly Until,
    long DeathCover,
    long InjuryCover,
    long DisabilityCover,
    long PropertyCover)
{
    /// <summary>The cover that the decree asks for.</summary>
    public const long LeastDeathCover = 150_000_000;

    public const long LeastInjuryCover = 30_000_000;

    public const long LeastDisabilityCover = 150_000_000;

    public const long LeastPropertyCover = 1_000_000_000;

    public bool CoversOn(DateOnly day) => From <= day && day <= Until;
}
