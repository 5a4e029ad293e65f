using System.Text.Json.Nodes;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;

namespace RegenTrack.App.Pipeline;

/// <summary>A kind of stream of the domain: alias, fold, events with their storage names, and who may see it.</summary>
/// <param name="keepsSnapshot">False for short streams that no command decides on.</param>
public sealed class StreamType<TState, TEvent>(string alias, TState initial, Func<TState, TEvent, TState> evolve, bool keepsSnapshot = true)
    : StreamSchema<TState>(alias, initial, (state, stored) => evolve(state, (TEvent)stored), EventJson.Options, keepsSnapshot)
    where TEvent : notnull
{
    private Func<Actor, TState, bool> _visible = (_, _) => true;

    /// <summary>Gives an event its storage name, <c>snake_case_v1</c>. Names are never changed or used again.</summary>
    public StreamType<TState, TEvent> Event<T>(string eventAlias)
        where T : TEvent
    {
        Name(typeof(T), eventAlias);
        return this;
    }

    /// <summary>Reads what was stored under an older name, by turning its JSON into that of today. A new meaning is a new event instead.</summary>
    public StreamType<TState, TEvent> Upcast<T>(string olderAlias, Func<JsonObject, JsonObject> upcast)
        where T : TEvent
    {
        OlderName(typeof(T), olderAlias, upcast);
        return this;
    }

    /// <summary>The relation an actor must have to an existing stream; without it the stream looks absent.</summary>
    public StreamType<TState, TEvent> VisibleTo(Func<Actor, TState, bool> relation)
    {
        _visible = relation;
        return this;
    }

    public bool IsVisible(Actor actor, TState state) => _visible(actor, state);
}
