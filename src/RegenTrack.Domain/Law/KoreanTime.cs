namespace RegenTrack.Domain.Law;

/// <summary>Days of law are days in Asia/Seoul, which has kept UTC+9 without summer time since 1988. The calendar's first and last day hold what would lie beyond it: people write them for "always".</summary>
public static class KoreanTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Within(instant.UtcTicks + Offset.Ticks));

    /// <summary>The first instant of a day of law, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(Within(day.ToDateTime(TimeOnly.MinValue).Ticks - Offset.Ticks), TimeSpan.Zero);

    private static DateTime Within(long ticks) => new(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
}
