using RegenTrack.Domain.Cells.Published;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>A log judged by one product's transport specification.</summary>
/// <param name="Minimum">Of the readings inside the transport, °C; null when there are none.</param>
public sealed record TemperatureVerdict(
    string Product,
    int SpecificationVersion,
    ExcursionOutcome Outcome,
    decimal? Minimum,
    decimal? Maximum,
    IReadOnlyList<ThresholdResult> Thresholds,
    IReadOnlyList<LogFinding> Findings);

/// <summary>One limit against the log.</summary>
/// <param name="Minutes">Minutes out of limits altogether.</param>
/// <param name="LongestMinutes">Of the longest single excursion.</param>
public sealed record ThresholdResult(TemperatureThreshold Threshold, int Minutes, int LongestMinutes, ExcursionOutcome Outcome, IReadOnlyList<Excursion> Excursions);

/// <summary>One unbroken stretch out of limits.</summary>
/// <param name="Peak">The value farthest from the limit, °C.</param>
public sealed record Excursion(DateTimeOffset From, DateTimeOffset Until, decimal Peak)
{
    public double Minutes => (Until - From).TotalMinutes;
}

/// <summary>Something about the log itself that whoever decides must see.</summary>
public sealed record LogFinding(LogFindingKind Kind, ExcursionOutcome Outcome, DateTimeOffset? From = null, int? Minutes = null);

public enum LogFindingKind
{
    /// <summary>No reading where one was due; nothing is interpolated.</summary>
    Gap,

    /// <summary>The log begins after dispatch.</summary>
    StartsLate,

    /// <summary>The log ends before arrival.</summary>
    EndsEarly,

    /// <summary>No reading at all between dispatch and arrival.</summary>
    OutsideTransport,

    /// <summary>The device kept daily summaries only: how long a limit was exceeded is not known.</summary>
    DailySummariesOnly,

    /// <summary>The minimum or maximum that the vendor printed is not that of the readings.</summary>
    SummaryDisagrees,
}
