using System.Text.Json;
using RegenTrack.EventStore.Schema;

namespace RegenTrack.EventStore;

/// <summary>A kind of stream: its alias, its events with their storage names, and how they fold into its state.</summary>
public abstract class StreamSchema(string alias, JsonSerializerOptions json)
{
    private readonly Dictionary<Type, EventName> _byType = [];
    private readonly Dictionary<string, Type> _byAlias = [];

    /// <summary>Prefix of every stream key of this kind, and Marten's stream type.</summary>
    public string Alias { get; } = alias;

    public JsonSerializerOptions Json { get; } = json;

    public IReadOnlyDictionary<string, Type> Events => _byAlias;

    /// <summary>The stream key of an id: <c>alias:id</c>.</summary>
    public string KeyOf(string id) => $"{Alias}:{id}";

    internal EventName NameOf(object @event) =>
        _byType.TryGetValue(@event.GetType(), out var name)
            ? name
            : throw new InvalidOperationException($"{@event.GetType().Name} has no alias in stream {Alias}.");

    /// <summary>The event of a stored row, or null for an alias that this version of the program does not know.</summary>
    internal object? Read(string eventAlias, string data) =>
        _byAlias.TryGetValue(eventAlias, out var type) ? JsonSerializer.Deserialize(data, type, Json) : null;

    protected void Name(Type type, string eventAlias)
    {
        _byType.Add(type, new EventName(eventAlias, $"{type.FullName}, {type.Assembly.GetName().Name}"));
        _byAlias.Add(eventAlias, type);
    }

    internal readonly record struct EventName(string Alias, string DotNetType);
}

/// <summary>A kind of stream with its state, kept as an inline snapshot.</summary>
public class StreamSchema<TState>(string alias, TState initial, Func<TState, object, TState> evolve, JsonSerializerOptions json)
    : StreamSchema(alias, json)
{
    private readonly Lazy<string> _shape = new(() => SnapshotShape.Of(typeof(TState)));

    public TState Initial { get; } = initial;

    public TState Evolve(TState state, object @event) => evolve(state, @event);

    /// <summary>Changes when the state's structure changes; a snapshot of another shape is folded anew.</summary>
    internal string Shape => _shape.Value;
}
