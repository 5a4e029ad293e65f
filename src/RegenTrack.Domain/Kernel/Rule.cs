namespace RegenTrack.Domain.Kernel;

/// <summary>A rule of law by its stable id, with citations that are each valid for a date range.</summary>
/// <param name="Id">E.g. <c>DL-03</c>; a rule without a catalogue number is named by its article, e.g. <c>A12-2</c>.</param>
public sealed record Rule(string Id, Bilingual Text, params IReadOnlyList<Citation> Citations)
{
    /// <summary>The citation to print on a day of law, or null before the first one.</summary>
    public Citation? CitedOn(DateOnly day) =>
        Citations.LastOrDefault(citation => citation.From <= day && (citation.Until is null || day <= citation.Until));
}

/// <summary>Where a rule stands in the statute book, from the first to the last day (inclusive; null: still in force).</summary>
public sealed record Citation(Bilingual Article, DateOnly From, DateOnly? Until = null);
