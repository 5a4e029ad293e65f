namespace RegenTrack.Fhir;

/// <summary>Looks at every text and number of a document while it is read; a found issue gets its place there. Base64 data is not shown to it.</summary>
/// <param name="utf8">The text, unescaped.</param>
public delegate Issue? TextScreen(ReadOnlySpan<byte> utf8);
