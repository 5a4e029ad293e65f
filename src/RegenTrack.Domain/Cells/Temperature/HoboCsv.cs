using System.Text.RegularExpressions;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Onset HOBOware CSV. The header names zone and serial; rows without a temperature are button and host events.</summary>
internal static partial class HoboCsv
{
    public static readonly LoggerFormat Format = new("hobo-csv", "Onset HOBO (.csv)", Recognises, Parse);

    private static bool Recognises(string text) =>
        text.AsSpan(0, Math.Min(text.Length, 1000)).Contains("Date Time", StringComparison.Ordinal) && text.AsSpan(0, Math.Min(text.Length, 1000)).Contains("LGR S/N", StringComparison.Ordinal);

    private static LoggerFile Parse(string text)
    {
        var table = CsvTable.Of(text);
        var header = table.RowIndex(row => row.Any(cell => cell.StartsWith("Date Time", StringComparison.Ordinal)));
        if (header < 0) return LoggerRefusals.HeaderMissing(Format, "Date Time");
        var names = table.Rows[header];
        var time = Array.FindIndex(names, cell => cell.StartsWith("Date Time", StringComparison.Ordinal));
        var column = Array.FindIndex(names, cell => cell.StartsWith("Temp", StringComparison.Ordinal));
        if (column < 0) return LoggerRefusals.HeaderMissing(Format, "Temp, °C");
        if (names[column].Contains("°F", StringComparison.Ordinal)) return LoggerRefusals.NotCelsius;
        var zone = Zone().Match(names[time]);

        return TabularLog.Read(
            Format,
            table,
            header + 1,
            row => CsvTable.Cell(row, column) is { Length: > 0 } celsius ? (CsvTable.Cell(row, time), celsius) : null,
            readings => TabularLog.Plain(
                Format, "Onset HOBO", Serial().Match(names[column]).Groups[1].Value, zone.Success ? LoggerText.Offset(zone.Groups[1].Value) : null, readings),
            "yyyy-MM-dd H:mm", "yyyy-MM-dd H:mm:ss", "MM/dd/yy hh:mm:ss tt");
    }

    [GeneratedRegex(@"GMT([+-]\d{2}:\d{2})")]
    private static partial Regex Zone();

    [GeneratedRegex(@"LGR S/N: (\w+)")]
    private static partial Regex Serial();
}
