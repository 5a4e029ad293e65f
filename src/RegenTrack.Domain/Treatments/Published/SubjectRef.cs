using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Treatments.Published;

/// <summary>A pseudonym of a treated person (치료대상자). Who it is stands in the vault, never in an event.</summary>
public readonly record struct SubjectRef(string Value) : IIdentifier<SubjectRef>
{
    public static SubjectRef From(string value) => new(value);
}
