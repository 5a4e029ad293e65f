namespace RegenTrack.Domain.Law;

/// <summary>When an office works, in Seoul time. Eight hours must remain after the break, since the law calls eight hours a day.</summary>
/// <param name="Opens">Start of the office day.</param>
/// <param name="BreakFrom">Start of the break that does not count.</param>
public sealed record OfficeHours(TimeOnly Opens, TimeOnly BreakFrom, TimeOnly BreakUntil, TimeOnly Closes)
{
    /// <summary>09:00–18:00 with an hour at noon. The source names the eight hours but not the times of day, so this is configuration.</summary>
    public static readonly OfficeHours Default = new(new(9, 0), new(12, 0), new(13, 0), new(18, 0));

    /// <summary>The two stretches of one working day.</summary>
    public IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> Of(DateOnly day) =>
        [(At(day, Opens), At(day, BreakFrom)), (At(day, BreakUntil), At(day, Closes))];

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, KoreanTime.Offset);
}
