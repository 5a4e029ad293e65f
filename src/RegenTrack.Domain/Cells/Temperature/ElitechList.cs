using System.Globalization;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Elitech RC-5+ data report, sheet List as CSV. Decimal comma in the summary, point in the readings.</summary>
internal static class ElitechList
{
    private const string Pattern = "yyyy-MM-dd HH:mm:ss";

    public static readonly LoggerFormat Format = new("elitech-list", "Elitech RC-5+ List (.csv)", Recognises, Parse);

    private static bool Recognises(string text) =>
        text.TrimStart().StartsWith("Data Report", StringComparison.Ordinal) && text.Contains("Device Information", StringComparison.Ordinal);

    private static LoggerFile Parse(string text)
    {
        var table = CsvTable.Of(text);
        var header = table.RowIndex(row => row is ["No.", "Time", _, ..]);
        if (header < 0) return LoggerRefusals.HeaderMissing(Format, "No., Time, Temperature");
        if (table.Rows[header][2] is not [.., 'C' or '℃']) return LoggerRefusals.NotCelsius;

        var readings = new List<Reading>();
        for (var i = header + 1; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            if (row.All(string.IsNullOrWhiteSpace)) continue;
            if (row.Length < 3 || LoggerText.Time(row[1], Pattern) is not { } at || LoggerText.Degrees(row[2]) is not { } celsius)
                return LoggerRefusals.Unreadable(Format, i + 1);
            readings.Add(new(at, celsius));
        }

        var zone = table.After("Time Zone");
        return new TemperatureLog(
            Format.Name,
            "Elitech " + table.After("Device Model"),
            table.After("Serial Number"),
            LoggerText.Interval(TimeSpan.TryParseExact(table.After("Logging Interval"), @"h\:m\:s", CultureInfo.InvariantCulture, out var interval) ? interval : null, readings),
            zone.StartsWith("UTC", StringComparison.Ordinal) ? LoggerText.Offset(zone[3..]) : null,
            readings,
            [],
            [],
            new(
                LoggerText.Degrees(table.After("Minimum")),
                LoggerText.Degrees(table.After("Maximum")),
                LoggerText.Degrees(table.After("Average")),
                LoggerText.Degrees(table.After("Mean Kinetic Temperature (MKT)")),
                null,
                int.TryParse(table.After("Current Readings"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null,
                TimeBefore(table.After("First Reading")),
                TimeBefore(table.After("Last Reading"))));
    }

    // "2023-07-31 16:01:34(Stop by button)"
    private static DateTime? TimeBefore(string text) => LoggerText.Time(text.Split('(')[0], Pattern);
}
