namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>T&amp;D Recorder CSV: three header rows (number, channel, unit), time twice. Says neither serial nor time zone.</summary>
internal static class TandDCsv
{
    public static readonly LoggerFormat Format = new("tandd-csv", "T&D (.csv)", Recognises, Parse);

    private static bool Recognises(string text)
    {
        var table = CsvTable.Of(text[..Math.Min(text.Length, 1000)]);
        return table.Rows is [["Date/Time", "Date/Time", ..], ["Date/Time", ..], ["", ..], ..];
    }

    private static LoggerFile Parse(string text)
    {
        var table = CsvTable.Of(text);
        var column = Array.FindIndex(table.Rows[2], unit => unit is "°C" or "℃" or "C");
        if (column < 0) return LoggerRefusals.NotCelsius;

        return TabularLog.Read(
            Format,
            table,
            3,
            row => (row[0], CsvTable.Cell(row, column)),
            readings => TabularLog.Plain(Format, "T&D", "", null, readings),
            "yyyy-MM-dd HH:mm:ss", "yyyy/MM/dd HH:mm:ss");
    }
}
