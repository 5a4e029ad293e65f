using System.Collections.Concurrent;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Units;

/// <summary>Quantities in comparable units.</summary>
internal static class Quantities
{
    public const string System = "http://unitsofmeasure.org";

    public const string Month = "calendar month";

    private const int LongestUnit = 200;
    private const int LargestCache = 2_000;

    private static readonly ConcurrentDictionary<string, Unit?> Parsed = new(StringComparer.Ordinal);

    /// <summary>A calendar year or month has no fixed length, so it only compares with its like.</summary>
    private static readonly Unit CalendarMonth = Unit.Base(Month);

    /// <summary>The unit of a quantity, or null when it is not understood.</summary>
    /// <param name="loosely">Whether a UCUM year or month counts as one of the calendar, as equivalence has it.</param>
    public static Unit? Of(QuantityItem quantity, bool loosely = false) => quantity.Unit switch
    {
        "a" when loosely => CalendarMonth.Scale(Ratio.Of(12)),
        "mo" when loosely => CalendarMonth,
        "year" or "years" => CalendarMonth.Scale(Ratio.Of(12)),
        "month" or "months" => CalendarMonth,
        "week" or "weeks" => Find("wk"),
        "day" or "days" => Find("d"),
        "hour" or "hours" => Find("h"),
        "minute" or "minutes" => Find("min"),
        "second" or "seconds" => Find("s"),
        "millisecond" or "milliseconds" => Find("ms"),
        var code => Find(code),
    };

    public static Unit? Find(string code)
    {
        if (Parsed.TryGetValue(code, out var known))
            return known;
        var unit = code.Length > LongestUnit ? null : UnitParser.Parse(code, UnitTable.Find);
        if (Parsed.Count < LargestCache && code.Length <= LongestUnit)
            Parsed.TryAdd(code, unit);
        return unit;
    }

    /// <summary>Less (-1), the same (0) or more (1); null when the units do not compare.</summary>
    public static int? Compare(QuantityItem left, QuantityItem right)
    {
        if (left.Unit == right.Unit)
            return left.Value.CompareTo(right.Value);
        return Of(left) is { } one && Of(right) is { } other && one.IsComparable(other) ? one.Canonical(left.Value).CompareTo(other.Canonical(right.Value)) : null;
    }
}
