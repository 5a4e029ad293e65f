using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Safety.Published;

/// <summary>One adverse event (이상반응) of one subject.</summary>
public readonly record struct AdverseEventId(string Value) : IIdentifier<AdverseEventId>
{
    public static AdverseEventId From(string value) => new(value);
}
