using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Law;

/// <summary>A time limit of the catalogue: what starts it, how long it is, how it is counted, and who owes it.</summary>
/// <param name="Limit">In <paramref name="Unit"/>; zero means without delay (지체 없이).</param>
/// <param name="Standing">Whether the number stands in the law, or is guidance shown as such.</param>
public sealed record Deadline(
    Rule Rule, int Limit, LimitUnit Unit, DayCount Count, Duty Duty, Standing Standing = Standing.Law)
{
    public string Id => Rule.Id;

    /// <summary>The last day for a trigger day, for limits without clock stops; null for duties without delay.</summary>
    public DateOnly? From(DateOnly trigger, HolidayTable holidays) => (Unit, Count) switch
    {
        (_, _) when Limit == 0 => null,
        (LimitUnit.Years, _) => LegalCalendar.YearsOn(trigger, Limit),
        (LimitUnit.Days, DayCount.Petition) => LegalCalendar.Petition(trigger, Limit, holidays),
        (LimitUnit.Days, DayCount.Burden) => LegalCalendar.Burden(trigger, Limit),
        _ => LegalCalendar.Civil(trigger, Limit, holidays),
    };
}

public enum LimitUnit
{
    Days,
    Years,
}

/// <summary>Which calendar counts the days.</summary>
public enum DayCount
{
    /// <summary>CAL_PETITION: working days, first day included.</summary>
    Petition,

    /// <summary>CAL_CIVIL: calendar days, first day excluded, last day moved off days off.</summary>
    Civil,

    /// <summary>CAL_BURDEN: calendar days, first day included.</summary>
    Burden,
}

/// <summary>Who owes it.</summary>
public enum Duty
{
    Committee,
    Institution,
    SafetyBody,
}

/// <summary>How firm a number is.</summary>
public enum Standing
{
    Law,

    /// <summary>Not in the notice in force: shown as guidance, never as law.</summary>
    Guidance,
}
