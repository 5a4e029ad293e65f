using System.Collections.Frozen;

namespace RegenTrack.Fhir.FhirPath.Values;

/// <summary>Units by which dates and times move.</summary>
internal enum CalendarUnit
{
    Year,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
    Millisecond,
}

internal static class CalendarUnits
{
    private static readonly FrozenDictionary<string, CalendarUnit> Words =
        Enum.GetValues<CalendarUnit>().SelectMany(unit => new[] { (unit.ToString().ToLowerInvariant(), unit), (unit.ToString().ToLowerInvariant() + 's', unit) })
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.unit, StringComparer.Ordinal);

    /// <summary>UCUM codes of a fixed length; a UCUM year or month is none of the calendar.</summary>
    private static readonly FrozenDictionary<string, CalendarUnit> Codes = new Dictionary<string, CalendarUnit>
    {
        ["wk"] = CalendarUnit.Week,
        ["d"] = CalendarUnit.Day,
        ["h"] = CalendarUnit.Hour,
        ["min"] = CalendarUnit.Minute,
        ["s"] = CalendarUnit.Second,
        ["ms"] = CalendarUnit.Millisecond,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsWord(string unit) => Words.ContainsKey(unit);

    public static CalendarUnit? Word(string unit) => Words.TryGetValue(unit, out var found) ? found : null;

    /// <summary>The calendar unit of a quantity that may be added to a date, or null.</summary>
    public static CalendarUnit? Of(QuantityItem quantity) =>
        Word(quantity.Unit) ?? (!quantity.IsCalendar && Codes.TryGetValue(quantity.Unit, out var unit) ? unit : null);
}
