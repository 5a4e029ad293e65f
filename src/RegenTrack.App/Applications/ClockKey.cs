using System.Globalization;

namespace RegenTrack.App.Applications;

/// <summary>The text that orders the worklist. It changes only when an event does, never because a day passes.</summary>
internal static class ClockKey
{
    /// <summary>Running clocks first, by the last day for the result.</summary>
    public static string Running(DateOnly due) => $"1:{Day(due)}";

    /// <summary>Filed and not received: by the day of filing.</summary>
    public static string Waiting(DateOnly submitted) => $"2:{Day(submitted)}";

    /// <summary>Stopped clocks keep their days, so fewest left first.</summary>
    public static string Stopped(int daysLeft, DateOnly answerDue) =>
        string.Create(CultureInfo.InvariantCulture, $"3:{daysLeft + 5000:0000}:{Day(answerDue)}");

    /// <summary>Closed ones last, newest first.</summary>
    public static string Closed(DateOnly on) => string.Create(CultureInfo.InvariantCulture, $"9:{DateOnly.MaxValue.DayNumber - on.DayNumber:0000000}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
