using RegenTrack.Domain.Applications;

namespace RegenTrack.Web.Pages.Applications.Compare;

/// <summary>One row of the matrix as filled in the form.</summary>
public sealed class RowInput
{
    public string Dimension { get; set; } = "";

    public ComparabilityVerdict Verdict { get; set; }

    public string Rationale { get; set; } = "";

    /// <summary>SHA-256 of the dossier's document that bears the verdict out; empty for none.</summary>
    public string? Document { get; set; }

    public string? Page { get; set; }

    public static RowInput Of(ComparabilityDimension dimension, ComparabilityMatrix? matrix) => matrix?.Row(dimension.Key) is { } row
        ? new RowInput { Dimension = row.Dimension, Verdict = row.Verdict, Rationale = row.Rationale, Document = row.Pointer?.Sha256, Page = row.Pointer?.Page }
        : new RowInput { Dimension = dimension.Key };

    public ComparabilityRow ToRow(IReadOnlyList<DocumentPointer> dossier) => new(
        Dimension,
        Verdict,
        Rationale.Trim(),
        dossier.FirstOrDefault(document => document.Sha256 == Document) is { } document ? document with { Page = string.IsNullOrWhiteSpace(Page) ? null : Page.Trim() } : null);
}
