using System.Collections.Frozen;

namespace RegenTrack.Domain.Law;

/// <summary>Public holidays of government offices (관공서의 공휴일), as data: the announcement wins over any computation.</summary>
public sealed class HolidayTable(IEnumerable<Holiday> holidays)
{
    private readonly FrozenDictionary<DateOnly, Holiday> _byDay =
        holidays.GroupBy(holiday => holiday.Day).ToFrozenDictionary(group => group.Key, group => group.First());

    public static readonly HolidayTable Empty = new([]);

    public Holiday? On(DateOnly day) => _byDay.GetValueOrDefault(day);

    /// <summary>Neither Saturday, Sunday nor a public holiday.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_byDay.ContainsKey(day);

    /// <summary>The table as the law stood on a day: a day off counts from the day its decree took effect.</summary>
    public HolidayTable KnownOn(DateOnly day) =>
        new(_byDay.Values.Where(holiday => holiday.EffectiveFrom is null || holiday.EffectiveFrom <= day));

    /// <summary>Every day off of the table in order, for pages and exports.</summary>
    public IReadOnlyList<Holiday> Days => [.. _byDay.Values.OrderBy(holiday => holiday.Day)];
}

/// <summary>One day off, with its name.</summary>
/// <param name="EffectiveFrom">First day on which the law knew it; null when it was always a day off.</param>
public sealed record Holiday(DateOnly Day, string Korean, string English, DateOnly? EffectiveFrom = null);
