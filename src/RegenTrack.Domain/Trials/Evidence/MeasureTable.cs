namespace RegenTrack.Domain.Trials.Evidence;

/// <summary>What is measured in a table, and its rows: classes (e.g. visits) of categories (e.g. grades) of one measurement per group.</summary>
/// <param name="Parameter">Kind of value: mean, median, number, count of participants …, in the source's words.</param>
/// <param name="Dispersion">What spread or limits mean, e.g. <c>95% Confidence Interval</c>.</param>
public sealed record MeasureTable(
    string? Parameter,
    string? Dispersion,
    string? Unit,
    IReadOnlyList<Denominator> Analysed,
    IReadOnlyList<MeasureClass> Classes)
{
    /// <summary>Every measurement of the table, in the source's order.</summary>
    public IEnumerable<Measurement> Measurements =>
        Classes.SelectMany(row => row.Categories).SelectMany(category => category.Measurements);
}

/// <summary>How many were analysed, per group, in a unit that is mostly participants.</summary>
public sealed record Denominator(string Units, IReadOnlyList<GroupCount> Counts);

/// <summary>A row group of a table; untitled when the table has only one.</summary>
public sealed record MeasureClass(string? Title, IReadOnlyList<Denominator> Analysed, IReadOnlyList<MeasureCategory> Categories);

/// <summary>A row of a table; untitled when its class has only one.</summary>
public sealed record MeasureCategory(string? Title, IReadOnlyList<Measurement> Measurements);

/// <summary>One value of one group, with its spread or its limits, each as written.</summary>
public sealed record Measurement(string Group, Figure? Value, Figure? Spread, Figure? Lower, Figure? Upper, string? Comment);
