using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Trials.Published;

/// <summary>A clinical trial by its registry number (<c>NCT</c> + 8 digits, <c>KCT</c> + 7 digits, EU CT), upper case.</summary>
public readonly record struct TrialId(string Value) : IIdentifier<TrialId>
{
    public static TrialId From(string value) => new(value);
}
