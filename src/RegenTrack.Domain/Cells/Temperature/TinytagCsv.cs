namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Gemini Tinytag Explorer CSV: properties in rows, one column a channel. Says no time zone.</summary>
internal static class TinytagCsv
{
    public static readonly LoggerFormat Format = new("tinytag-csv", "Gemini Tinytag (.csv)", Recognises, Parse);

    private static bool Recognises(string text)
    {
        var table = CsvTable.Of(text[..Math.Min(text.Length, 1000)]);
        return table.Rows is [["", "Time", ..], ["S/N", ..], ..];
    }

    private static LoggerFile Parse(string text)
    {
        var table = CsvTable.Of(text);
        var property = table.RowIndex(row => row[0] == "Property");
        var column = property < 0 ? -1 : Array.IndexOf(table.Rows[property], "Temperature");
        if (column < 0) return LoggerRefusals.HeaderMissing(Format, "Property Temperature");
        var type = table.RowIndex(row => row[0] == "Type");

        return TabularLog.Read(
            Format,
            table,
            property + 1,
            row => (CsvTable.Cell(row, 1), CsvTable.Cell(row, column)),
            readings => TabularLog.Plain(Format, "Tinytag " + table.Cell(type, column), table.Cell(1, column), null, readings),
            "yyyy-MM-dd HH:mm:ss");
    }
}
