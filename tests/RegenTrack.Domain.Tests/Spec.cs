using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Tests;

/// <summary>Given events, when a command decides, then events or refusals.</summary>
public static class Spec
{
    public static Given<TState, TEvent> Given<TState, TEvent>(TState initial, Func<TState, TEvent, TState> evolve, params IEnumerable<TEvent> events) =>
        new(events.Aggregate(initial, evolve), evolve);
}

public sealed class Given<TState, TEvent>(TState state, Func<TState, TEvent, TState> evolve)
{
    public Decided<TState, TEvent> When(Func<TState, Outcome<TEvent>> decide) => new(state, evolve, decide, decide(state));
}

public sealed class Decided<TState, TEvent>(TState state, Func<TState, TEvent, TState> evolve, Func<TState, Outcome<TEvent>> decide, Outcome<TEvent> outcome)
{
    /// <summary>Exactly these facts; and deciding the same again adds none.</summary>
    public TState Then(params IReadOnlyList<TEvent> expected)
    {
        Assert.Empty(outcome.Refusals);
        Assert.Equivalent(expected, outcome.Events, strict: true);
        return ThenIdempotent();
    }

    /// <summary>The facts satisfy a check; and deciding the same again adds none.</summary>
    public TState Then(Action<IReadOnlyList<TEvent>> check)
    {
        Assert.Empty(outcome.Refusals);
        check(outcome.Events);
        return ThenIdempotent();
    }

    public void ThenNothing()
    {
        Assert.Empty(outcome.Refusals);
        Assert.Empty(outcome.Events);
    }

    /// <summary>Refused for exactly these reasons, in any order, with both languages.</summary>
    public IReadOnlyList<Refusal> ThenRefused(params IReadOnlyList<string> codes)
    {
        Assert.Empty(outcome.Events);
        Assert.Equal(codes.Order(StringComparer.Ordinal), outcome.Refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal));
        Assert.All(outcome.Refusals, refusal => Assert.False(string.IsNullOrWhiteSpace(refusal.Message.Korean) || string.IsNullOrWhiteSpace(refusal.Message.English)));
        return outcome.Refusals;
    }

    private TState ThenIdempotent()
    {
        var after = outcome.Events.Aggregate(state, evolve);
        var again = decide(after);
        Assert.True(!again.IsRefused && again.Events.Count == 0, "The same command twice must write nothing new.");
        return after;
    }
}
