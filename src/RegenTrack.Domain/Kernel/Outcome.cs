namespace RegenTrack.Domain.Kernel;

/// <summary>What a decider answers: the facts that now hold, or the refusals that stand in the way.</summary>
/// <typeparam name="TEvent">The event base of the stream that decides.</typeparam>
public sealed class Outcome<TEvent>
{
    private Outcome(IReadOnlyList<TEvent> events, IReadOnlyList<Refusal> refusals)
    {
        Events = events;
        Refusals = refusals;
    }

    public IReadOnlyList<TEvent> Events { get; }

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsRefused => Refusals.Count > 0;

    /// <summary>Accepted. No events: what was asked for already holds (the same command twice writes nothing new).</summary>
    public static Outcome<TEvent> Accept(params IReadOnlyList<TEvent> events) => new(events, []);

    /// <summary>Refused for at least one reason.</summary>
    public static Outcome<TEvent> Refuse(params IReadOnlyList<Refusal> refusals) => new([], refusals);

    public static implicit operator Outcome<TEvent>(Refusal refusal) => Refuse(refusal);

    public static implicit operator Outcome<TEvent>(TEvent @event) => Accept(@event);
}
