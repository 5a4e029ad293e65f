namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Readings of a plain table: a time column and a temperature column from a row on.</summary>
internal static class TabularLog
{
    /// <param name="take">Time and temperature texts of a row; null skips the row.</param>
    public static LoggerFile Read(LoggerFormat format, CsvTable table, int from, Func<string[], (string Time, string Celsius)?> take, Func<IReadOnlyList<Reading>, TemperatureLog> build, params string[] patterns)
    {
        var readings = new List<Reading>();
        for (var i = from; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            if (row.All(string.IsNullOrWhiteSpace) || take(row) is not { } cells) continue;
            if (LoggerText.Time(cells.Time, patterns) is not { } at || LoggerText.Degrees(cells.Celsius) is not { } celsius)
                return LoggerRefusals.Unreadable(format, i + 1);
            readings.Add(new(at, celsius));
        }

        return build(readings);
    }

    public static TemperatureLog Plain(LoggerFormat format, string device, string serial, TimeSpan? offset, IReadOnlyList<Reading> readings, params IReadOnlyList<AlarmLimit> alarms) =>
        new(format.Name, device, serial, LoggerText.CommonStep(readings), offset, readings, alarms, [], new());
}
