using System.Globalization;
using RegenTrack.Domain.Law;

namespace RegenTrack.Domain.Tests.Law;

/// <summary>The shipped holiday file and short dates, for tests that count days.</summary>
internal static class Calendar
{
    public static readonly HolidayTable Holidays = Shipped();

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Seoul(string time) =>
        DateTimeOffset.ParseExact(time + "+09:00", "yyyy-MM-dd HH:mmzzz", CultureInfo.InvariantCulture);

    private static HolidayTable Shipped()
    {
        using Stream stream = typeof(Calendar).Assembly.GetManifestResourceStream("holidays.csv")!;
        using var reader = new StreamReader(stream);
        (HolidayTable? table, var refusals) = HolidayFile.Parse(reader.ReadToEnd());
        Assert.Empty(refusals);
        return table!;
    }
}
