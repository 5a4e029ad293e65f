namespace RegenTrack.Domain.Safety;

/// <summary>The numbers that the law leaves open, as configuration.</summary>
/// <param name="SeriousWithin">Our own reading of "without delay" (지체 없이) for serious events. Internal; never shown as law.</param>
public sealed record SafetyTerms(TimeSpan SeriousWithin)
{
    public static readonly SafetyTerms Default = new(TimeSpan.FromHours(24));
}
