namespace RegenTrack.App.Resources;

/// <summary>By what a resource is found. The meaning of the hashes is with whoever writes and asks them; here they are only compared.</summary>
/// <param name="Keys">Hashed exact values: tokens, references, addresses, presence of a parameter. Distinct.</param>
/// <param name="Refs">Where it points: <c>parameter&gt;Type/id</c>. Distinct.</param>
/// <param name="Spans">Dates (microseconds since 1970, UTC), numbers and quantities as ranges, low included, high not.</param>
/// <param name="Texts">Normalised texts for prefixes and contents.</param>
public sealed record ResourceIndex(IReadOnlyList<long> Keys, IReadOnlyList<string> Refs, IReadOnlyList<(long Parameter, double Low, double High)> Spans, IReadOnlyList<(long Parameter, string Text)> Texts)
{
    public static readonly ResourceIndex None = new([], [], [], []);
}
