namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Berlinger text report of Fridge-tag and Q-tag devices. Samples, when the device keeps them, stand under <c>Data:</c>.</summary>
internal static class BerlingerText
{
    private const string Pattern = "yyyy-MM-dd HH:mm";

    public static readonly LoggerFormat Format = new("berlinger-text", "Berlinger Fridge-tag · Q-tag (.txt)", Recognises, Parse);

    private static bool Recognises(string text) =>
        text.TrimStart().StartsWith("Device:", StringComparison.Ordinal) && text.Contains("Conf:", StringComparison.Ordinal);

    private static LoggerFile Parse(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        var root = BerlingerNode.Tree(lines);
        if (root.Child("Conf") is not { } settings) return LoggerRefusals.HeaderMissing(Format, "Conf");
        if (settings.Text("Serial") is not { Length: > 0 } serial) return LoggerRefusals.HeaderMissing(Format, "Serial");
        if (settings.Text("Temp unit") is not ("" or "C")) return LoggerRefusals.NotCelsius;

        var readings = new List<Reading>();
        var data = Array.FindIndex(lines, line => line == "Data:");
        for (var i = data + 2; data >= 0 && i < lines.Length && lines[i].StartsWith('\t'); i++)
        {
            var cells = lines[i].Trim('\t').Split('\t');
            if (cells.Length < 2 || LoggerText.Time(cells[0], Pattern) is not { } at) return LoggerRefusals.Unreadable(Format, i + 1);
            var celsius = LoggerText.Degrees(cells[1]);
            if (celsius is null && cells[1] != "--.-") return LoggerRefusals.Unreadable(Format, i + 1);
            readings.Add(new(at, celsius));
        }

        var result = root.Child("Res");
        return new TemperatureLog(
            Format.Name,
            root.Text("Device"),
            serial,
            data >= 0 ? LoggerText.Interval(LoggerText.Minutes(settings.Text("Logging Interval")), readings) : null,
            LoggerText.Offset(settings.Text("Zone")),
            readings,
            BerlingerAlarms.Of(settings, result),
            BerlingerDays.Of(root.Child("Hist")),
            result is null ? new() : Summary(settings, result));
    }

    private static VendorSummary Summary(BerlingerNode settings, BerlingerNode result) => new(
        LoggerText.Degrees(result.Text("Min T")),
        LoggerText.Degrees(result.Text("Max T")),
        LoggerText.Degrees(result.Text("Avrg T")),
        LoggerText.Degrees(result.Text("MKT")),
        LoggerText.Degrees(settings.Text("MKT Energy")) is { } energy and > 0 ? energy : null,
        null,
        LoggerText.Time(result.Text("TS Start"), Pattern),
        LoggerText.Time(result.Text("TS Stop"), Pattern));
}
