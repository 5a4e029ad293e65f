using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Records;

/// <summary>A hospital's own record: <c>Type/id</c> of the FHIR resource that it is.</summary>
public readonly record struct RecordId(string Value) : IIdentifier<RecordId>
{
    public static RecordId From(string value) => new(value);
}
