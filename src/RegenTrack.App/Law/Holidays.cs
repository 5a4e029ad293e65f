using RegenTrack.Domain.Law;

namespace RegenTrack.App.Law;

/// <summary>The holiday table of this installation: the file that ships, or the one that configuration names.</summary>
public static class Holidays
{
    private static readonly Lazy<HolidayTable> Embedded = new(() => Read(EmbeddedText(), "holidays.csv"));

    public static HolidayTable Shipped => Embedded.Value;

    /// <summary>Reads another file. A line that cannot be read stops the start: a wrong calendar is worse than none.</summary>
    public static HolidayTable Load(string path) => Read(File.ReadAllText(path), path);

    private static HolidayTable Read(string text, string name)
    {
        (HolidayTable? table, var refusals) = HolidayFile.Parse(text);
        return table ?? throw new InvalidDataException($"{name}: {string.Join(' ', refusals.Select(refusal => refusal.Message.English))}");
    }

    private static string EmbeddedText()
    {
        using Stream stream = typeof(Holidays).Assembly.GetManifestResourceStream("holidays.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
