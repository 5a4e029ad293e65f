namespace RegenTrack.Domain.Trials.Evidence;

/// <summary>A p-value exactly as the source wrote it, e.g. <c>&lt;0.001</c>, <c>=0.247</c>, <c>0.0124</c>.</summary>
public sealed record PValue(string Text)
{
    private static readonly string[] Relations = ["<=", ">=", "≤", "≥", "<", ">", "="];

    /// <summary>How <see cref="Bound"/> relates to p; <c>=</c> when the text states no relation.</summary>
    public string Relation => Array.Find(Relations, relation => Text.TrimStart().StartsWith(relation, StringComparison.Ordinal)) ?? "=";

    /// <summary>The number in the text; null when there is none.</summary>
    public decimal? Bound => new Figure(Text.TrimStart(' ', '<', '>', '=', '≤', '≥')).Number;

    public override string ToString() => Text;

    public static PValue? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text);
}
