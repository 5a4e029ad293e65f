namespace RegenTrack.Domain.Records;

/// <summary>A version of a record that tells who somebody is.</summary>
/// <param name="Reference">Into the vault, where the resource lies as it was sent.</param>
/// <param name="Marks">By which it is found: keyed hashes, which say nothing to who has no key.</param>
public sealed record RecordPerson(string Reference, IReadOnlyList<string> Marks);
