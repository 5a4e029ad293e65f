using System.Globalization;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Daily summaries of Fridge-tag devices, newest first in the file, oldest first here.</summary>
internal static class BerlingerDays
{
    public static IReadOnlyList<DaySummary> Of(BerlingerNode? history)
    {
        var days = new List<DaySummary>();
        foreach (var entry in history?.Children ?? [])
        {
            if (!DateOnly.TryParseExact(entry.Text("Date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) continue;
            days.Add(new(
                day,
                LoggerText.Degrees(entry.Text("Min T")),
                LoggerText.Degrees(entry.Text("Max T")),
                LoggerText.Degrees(entry.Text("Avrg T")),
                Minutes(entry, "0"),
                Minutes(entry, "1")));
        }

        days.Reverse();
        return days;
    }

    private static int Minutes(BerlingerNode entry, string alarm) => (int)(LoggerText.Minutes(entry.Text("Alarm", alarm, "t Acc")) ?? TimeSpan.Zero).TotalMinutes;
}
