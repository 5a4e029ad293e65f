using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Applications.Published;

/// <summary>One plan under application or decided (치료계획 or 연구계획), by our id.</summary>
public readonly record struct PlanId(string Value) : IIdentifier<PlanId>
{
    public static PlanId From(string value) => new(value);
}
