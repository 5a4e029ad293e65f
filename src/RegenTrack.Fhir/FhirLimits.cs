namespace RegenTrack.Fhir;

/// <summary>What a reader accepts at most. Beyond it reading stops with an issue.</summary>
/// <param name="Bytes">Length of the whole document.</param>
/// <param name="Depth">Nesting of objects and arrays; contained Bundles need about 20.</param>
/// <param name="StringBytes">Length of one string; FHIR says 1 MB. Base64 data is only bounded by <paramref name="Bytes"/>.</param>
/// <param name="Items">Items of one array, e.g. entries of a Bundle.</param>
/// <param name="Issues">After so many issues reading stops.</param>
public sealed record FhirLimits(int Bytes = 10 * 1024 * 1024, int Depth = 64, int StringBytes = 1024 * 1024, int Items = 10_000, int Issues = 100)
{
    public static readonly FhirLimits Default = new();
}
