namespace RegenTrack.Web.Documents;

/// <summary>Configuration section <c>Documents</c>.</summary>
public sealed class DocumentOptions
{
    public const string Section = "Documents";

    /// <summary>Whether every page is marked as synthetic, for demonstrations and training; null: when the database holds the demo.</summary>
    public bool? Synthetic { get; set; }
}
