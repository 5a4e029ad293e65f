using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Treatments.Published;

/// <summary>One subject in one plan.</summary>
public readonly record struct TreatmentCaseId(string Value) : IIdentifier<TreatmentCaseId>
{
    public static TreatmentCaseId From(string value) => new(value);
}
