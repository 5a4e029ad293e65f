namespace RegenTrack.Submissions.Rendering;

/// <summary>A finished document.</summary>
/// <param name="Pdf">PDF/A-3a, tagged, fonts embedded, its data attached.</param>
/// <param name="Sha256">Lower-case hexadecimal digest of <paramref name="Pdf"/>; the document's identity.</param>
public sealed record RenderedDocument(ReadOnlyMemory<byte> Pdf, string Sha256);
