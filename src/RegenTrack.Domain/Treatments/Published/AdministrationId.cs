using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Treatments.Published;

/// <summary>One administration of cells to a subject.</summary>
public readonly record struct AdministrationId(string Value) : IIdentifier<AdministrationId>
{
    public static AdministrationId From(string value) => new(value);
}
