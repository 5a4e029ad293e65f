namespace RegenTrack.Submissions.Rendering;

/// <summary>Template and data in, PDF/A-3a out. The same input gives the same bytes, on any day and machine.</summary>
public interface IDocumentRenderer
{
    /// <param name="template">What it looks like.</param>
    /// <param name="json">The data, UTF-8 JSON; printed by the template and attached to the PDF as it stands.</param>
    /// <param name="createdAt">The creation time written into the document: the instant of the fact it documents, never the clock.</param>
    /// <param name="cancellation">Stops waiting; the document under way may still be finished.</param>
    /// <exception cref="RenderingException">The template refused the data, or the engine is not available.</exception>
    Task<RenderedDocument> Render(DocumentTemplate template, ReadOnlyMemory<byte> json, DateTimeOffset createdAt, CancellationToken cancellation);
}
