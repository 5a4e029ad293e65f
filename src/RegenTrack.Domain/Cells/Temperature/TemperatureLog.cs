namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>What a logger file says, as it says it: local time of the device, degrees Celsius, nothing computed.</summary>
/// <param name="Format">Name of the file format, e.g. <c>berlinger-text</c>.</param>
/// <param name="Interval">Logging interval; null when the file holds daily summaries only.</param>
/// <param name="UtcOffset">Offset of the device clock; null when the file does not say, and somebody must.</param>
/// <param name="Readings">In order of time; empty when the file holds daily summaries only.</param>
public sealed record TemperatureLog(
    string Format,
    string Device,
    string Serial,
    TimeSpan? Interval,
    TimeSpan? UtcOffset,
    IReadOnlyList<Reading> Readings,
    IReadOnlyList<AlarmLimit> Alarms,
    IReadOnlyList<DaySummary> Days,
    VendorSummary Summary);

/// <summary>One sample.</summary>
/// <param name="At">Local time of the device.</param>
/// <param name="Celsius">Null when the device recorded that it could not measure.</param>
public readonly record struct Reading(DateTime At, decimal? Celsius);

/// <summary>Which side of a limit is out of limits.</summary>
public enum LimitSide
{
    Above,
    Below,
}

/// <summary>An alarm that the device was set to, with what it counted itself.</summary>
/// <param name="Delay">Time out of limits after which the device alarms.</param>
/// <param name="Cumulative">Summed over the run; otherwise one unbroken stretch.</param>
/// <param name="Counted">Time out of limits that the device counted; null when it counted none.</param>
public sealed record AlarmLimit(LimitSide Side, decimal Celsius, TimeSpan Delay, bool Cumulative, TimeSpan? Counted);

/// <summary>One day of a device that keeps days, not samples.</summary>
public sealed record DaySummary(DateOnly Day, decimal? Minimum, decimal? Maximum, decimal? Mean, int MinutesBelow, int MinutesAbove);

/// <summary>Values the vendor's software printed; kept beside ours, never in their place.</summary>
/// <param name="MeanKinetic">Mean kinetic temperature; vendors cut it to one decimal rather than round it.</param>
/// <param name="ActivationEnergy">kJ/mol.</param>
public sealed record VendorSummary(
    decimal? Minimum = null,
    decimal? Maximum = null,
    decimal? Mean = null,
    decimal? MeanKinetic = null,
    decimal? ActivationEnergy = null,
    int? Count = null,
    DateTime? Start = null,
    DateTime? Stop = null);
