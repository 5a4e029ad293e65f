namespace RegenTrack.Domain.Applications;

/// <summary>The applicant's answer to one item.</summary>
/// <param name="Text">The answer; for an item that names people a vault reference.</param>
public sealed record PlanAnswer(string LinkId, string Text, IReadOnlyList<DocumentPointer> Documents)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Documents.Count == 0;

    public bool SameAs(PlanAnswer other) =>
        LinkId == other.LinkId && Text == other.Text && Documents.SequenceEqual(other.Documents);
}

/// <summary>A file of the dossier by the hash of its content.</summary>
/// <param name="Page">Where in it to look, as the author says; null for all of it.</param>
public sealed record DocumentPointer(string Sha256, string Title, string MediaType, string? Page = null);
