using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.EventStore.Schema;

namespace RegenTrack.EventStore;

/// <summary>A kind of stream: its alias, and its events with their storage names.</summary>
public abstract class StreamSchema(string alias, JsonSerializerOptions json)
{
    private readonly Dictionary<Type, EventName> _byType = [];
    private readonly Dictionary<string, EventFormat> _byAlias = [];

    /// <summary>Prefix of every stream key of this kind, and Marten's stream type.</summary>
    public string Alias { get; } = alias;

    public JsonSerializerOptions Json { get; } = json;

    /// <summary>Every name that events of this kind have or had in storage, with the type they are read as.</summary>
    public IReadOnlyDictionary<string, Type> Events => _byAlias.ToDictionary(pair => pair.Key, pair => pair.Value.Type);

    /// <summary>The stream key of an id: <c>alias:id</c>.</summary>
    public string KeyOf(string id) => $"{Alias}:{id}";

    /// <summary>The event of a stored row, or null for a name that this version of the program does not know.</summary>
    public object? Read(string eventAlias, byte[] data) => _byAlias.TryGetValue(eventAlias, out var format) ? format.Read(data, Json) : null;

    /// <summary>An empty state to fold events into, or null when no snapshot is kept of this kind.</summary>
    internal abstract Folding? BeginFolding();

    /// <summary>The state before any event, whatever its type.</summary>
    internal abstract object Empty { get; }

    internal abstract object Next(object state, object @event);

    internal EventName NameOf(object @event) =>
        _byType.TryGetValue(@event.GetType(), out var name)
            ? name
            : throw new InvalidOperationException($"{@event.GetType().Name} has no alias in stream {Alias}.");

    protected void Name(Type type, string eventAlias)
    {
        _byType.Add(type, new EventName(eventAlias, $"{type.FullName}, {type.Assembly.GetName().Name}"));
        _byAlias.Add(eventAlias, new EventFormat(type, null));
    }

    /// <summary>Reads what was stored under an older name as an event of today.</summary>
    protected void OlderName(Type type, string eventAlias, Func<JsonObject, JsonObject> upcast) => _byAlias.Add(eventAlias, new EventFormat(type, upcast));

    internal readonly record struct EventName(string Alias, string DotNetType);

    private sealed record EventFormat(Type Type, Func<JsonObject, JsonObject>? Upcast)
    {
        public object? Read(byte[] data, JsonSerializerOptions json) => Upcast is null
            ? JsonSerializer.Deserialize(data, Type, json)
            : Upcast(JsonNode.Parse(data)!.AsObject()).Deserialize(Type, json);
    }
}

/// <summary>A kind of stream with the state that its events fold into.</summary>
/// <param name="keepsSnapshot">Whether the state is stored inline with each append; without, it is folded from the events at each load.</param>
public class StreamSchema<TState>(string alias, TState initial, Func<TState, object, TState> evolve, JsonSerializerOptions json, bool keepsSnapshot = true)
    : StreamSchema(alias, json)
{
    private readonly Lazy<string> _shape = new(() => SnapshotShape.Of(typeof(TState)));

    public TState Initial { get; } = initial;

    public bool KeepsSnapshot { get; } = keepsSnapshot;

    internal override object Empty => Initial!;

    public TState Evolve(TState state, object @event) => evolve(state, @event);

    internal TState EvolveAll(TState state, IReadOnlyList<object> events)
    {
        for (var index = 0; index < events.Count; index++)
        {
            state = evolve(state, events[index]);
        }

        return state;
    }

    internal override object Next(object state, object @event) => evolve((TState)state, @event)!;

    /// <summary>Changes when the state's structure changes; a snapshot of another shape is folded anew.</summary>
    internal string Shape => _shape.Value;

    internal override Folding? BeginFolding() => KeepsSnapshot ? new Of(this) : null;

    private sealed class Of(StreamSchema<TState> schema) : Folding
    {
        private TState _state = schema.Initial;

        public override string Shape => schema.Shape;

        public override byte[] Snapshot() => JsonSerializer.SerializeToUtf8Bytes(_state, schema.Json);

        protected override void Evolve(string eventAlias, byte[] data)
        {
            if (schema.Read(eventAlias, data) is { } stored)
            {
                _state = schema.Evolve(_state, stored);
            }
        }
    }
}
