namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Rotronic CSV: bracketed sections, one a channel with its alarm thresholds. Says no time zone.</summary>
internal static class RotronicCsv
{
    public static readonly LoggerFormat Format = new("rotronic-csv", "Rotronic (.csv)", Recognises, Parse);

    private static bool Recognises(string text) => text.TrimStart().StartsWith("[#I]", StringComparison.Ordinal) && text.Contains("[#D]", StringComparison.Ordinal);

    private static LoggerFile Parse(string text)
    {
        var table = CsvTable.Of(text);
        var header = table.RowIndex(row => row[0] == "[#H]");
        var data = table.RowIndex(row => row[0] == "[#D]");
        if (header < 0 || data < header) return LoggerRefusals.HeaderMissing(Format, "[#H] [#D]");
        var column = Array.IndexOf(table.Rows[header + 1], "Temperature");
        if (column < 0) return LoggerRefusals.HeaderMissing(Format, "Temperature");

        return TabularLog.Read(
            Format,
            table,
            data + 1,
            row => ($"{row[0]} {CsvTable.Cell(row, 1)}", CsvTable.Cell(row, column)),
            readings => TabularLog.Plain(Format, "Rotronic " + table.Cell(1, 0).Trim(), Setting(table, 0, "Serial Number"), null, readings, Alarms(table)),
            "dd/MM/yyyy HH:mm:ss");
    }

    private static List<AlarmLimit> Alarms(CsvTable table)
    {
        var section = table.RowIndex(row => row[0].StartsWith("Temperature =", StringComparison.Ordinal));
        var alarms = new List<AlarmLimit>();
        if (section < 0) return alarms;
        if (LoggerText.Degrees(Setting(table, section, "Low Alarm Threshold")) is { } low) alarms.Add(new(LimitSide.Below, low, TimeSpan.Zero, false, null));
        if (LoggerText.Degrees(Setting(table, section, "High Alarm Threshold")) is { } high) alarms.Add(new(LimitSide.Above, high, TimeSpan.Zero, false, null));
        return alarms;
    }

    private static string Setting(CsvTable table, int from, string name) =>
        table.Rows.Skip(from).Select(row => row[0].Split('=', 2, StringSplitOptions.TrimEntries)).FirstOrDefault(pair => pair.Length == 2 && pair[0] == name)?[1] ?? "";
}
