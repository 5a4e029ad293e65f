using RegenTrack.Domain.Law;

namespace RegenTrack.Domain.Kernel;

/// <summary>What a decider may know beside state and command: who, when, and the holidays. Passed in, so that deciding stays pure.</summary>
/// <param name="By">Who acts.</param>
/// <param name="Now">The instant of recording, UTC.</param>
/// <param name="ObservedAt">The instant the actor says it happened, UTC.</param>
/// <param name="Holidays">Public holidays known at <paramref name="Now"/>.</param>
public sealed record Circumstances(Actor By, DateTimeOffset Now, DateTimeOffset ObservedAt, HolidayTable Holidays)
{
    /// <summary>The day of law of <see cref="Now"/>.</summary>
    public DateOnly Today => KoreanTime.DayOf(Now);

    /// <summary>The day of law of <see cref="ObservedAt"/>.</summary>
    public DateOnly ObservedOn => KoreanTime.DayOf(ObservedAt);
}
