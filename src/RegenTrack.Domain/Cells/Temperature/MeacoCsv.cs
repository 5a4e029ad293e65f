namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Meaco receiver CSV of one transmitter. Says no time zone.</summary>
internal static class MeacoCsv
{
    public static readonly LoggerFormat Format = new("meaco-csv", "Meaco (.csv)", Recognises, Parse);

    private static bool Recognises(string text) => text.StartsWith("RECEIVER,TRANSMITTER,DATE,TEMPERATURE", StringComparison.Ordinal);

    private static LoggerFile Parse(string text)
    {
        var table = CsvTable.Of(text);
        var transmitters = table.Rows.Skip(1).Where(row => row.Length > 3).Select(row => row[1]).Distinct().ToList();
        if (transmitters.Count > 1) return LoggerRefusals.Unreadable(Format, table.RowIndex(row => row.Length > 1 && row[1] == transmitters[1]) + 1);

        return TabularLog.Read(
            Format,
            table,
            1,
            row => row.Length > 3 ? (row[2], row[3]) : ("", ""),
            readings => TabularLog.Plain(Format, "Meaco", transmitters.FirstOrDefault() ?? "", null, readings),
            "yyyy-MM-dd HH:mm");
    }
}
