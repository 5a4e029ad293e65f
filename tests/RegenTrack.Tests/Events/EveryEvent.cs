using System.Reflection;
using System.Text.Json;
using RegenTrack.App;
using RegenTrack.App.Pipeline;
using RegenTrack.EventStore;

namespace RegenTrack.Tests.Events;

/// <summary>Properties of every event and every fold, over generated values. The seed is in the test's name.</summary>
public sealed class EveryEvent
{
    private static readonly AppModel Model = RegenTrackModel.Create();

    public static TheoryData<string, int> Streams => [.. Model.Streams.SelectMany(stream => Enumerable.Range(1, 5).Select(seed => (stream.Alias, seed)))];

    [Theory]
    [MemberData(nameof(Streams))]
    public void what_is_written_reads_back_the_same(string stream, int seed)
    {
        var samples = new Samples(seed);
        Assert.All(Model.Streams.Single(candidate => candidate.Alias == stream).Events.Values, type =>
        {
            var written = JsonSerializer.Serialize(samples.Of(type), type, EventJson.Options);
            Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize(written, type, EventJson.Options), type, EventJson.Options));
        });
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void any_sequence_of_events_folds_to_a_state_that_reads_back_the_same(string stream, int seed)
    {
        var schema = Model.Streams.Single(candidate => candidate.Alias == stream);
        GetType().GetMethod(nameof(Fold), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(StateOf(schema.GetType())).Invoke(null, [schema, seed]);
    }

    private static void Fold<TState>(StreamSchema<TState> schema, int seed)
    {
        var random = new Random(seed);
        var samples = new Samples(seed);
        var types = schema.Events.Values.ToList();
        var state = schema.Initial;
        for (var step = 0; step < 40; step++)
        {
            state = schema.Evolve(state, samples.Of(types[random.Next(types.Count)])!);
        }

        var written = JsonSerializer.Serialize(state, EventJson.Options);
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<TState>(written, EventJson.Options), EventJson.Options));
    }

    private static Type StateOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(StreamSchema<>) ? type.GenericTypeArguments[0] : StateOf(type.BaseType!);
}
