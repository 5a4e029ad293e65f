using RegenTrack.App.Resources;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Records;

/// <summary>What one entry of a transaction does to which record.</summary>
/// <param name="Stands">Where the record stands; null for one that is made.</param>
/// <param name="Unless">What must not exist when it is made, or null.</param>
/// <param name="IsThere">Whether its condition names a record that there is already, which stays as it is.</param>
internal sealed record RecordTarget(FhirEntry Entry, string Type, string Id, ResourcePlace? Stands = null, ResourceQuery? Unless = null, bool IsThere = false)
{
    public string Address => $"{Type}/{Id}";

    /// <summary>Whether it must still stand as it was found: it was named by its version or by what fits it, or its present content was patched.</summary>
    public bool IsExpected => Entry.IfMatch is not null || Entry.Condition is not null || Entry.Method == "PATCH";

    public TransactionLine Line(long? version) => Entry.Method switch
    {
        "DELETE" => new TransactionLine(204),
        _ => new TransactionLine(Stands is null && !IsThere ? 201 : 200, Address, version),
    };
}
