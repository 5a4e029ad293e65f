using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.App;
using RegenTrack.App.Pipeline;

namespace RegenTrack.Tests.Events;

/// <summary>One event of each name as it was first stored. They are never changed: what is in the register must be readable for ever. New names are added with REGENTRACK_WRITE_DOCS=1.</summary>
public sealed class FrozenSamples
{
    private const int Seed = 20261123;
    private static readonly AppModel Model = RegenTrackModel.Create();

    [Fact]
    public void every_name_has_a_sample_and_no_sample_has_lost_its_name()
    {
        var frozen = Read();
        if (Environment.GetEnvironmentVariable("REGENTRACK_WRITE_DOCS") == "1")
        {
            foreach (var (alias, type) in Model.Streams.SelectMany(stream => stream.Events).Where(pair => !frozen.ContainsKey(pair.Key)))
                frozen[alias] = JsonSerializer.SerializeToNode(new Samples(Seed).Of(type), type, EventJson.Options);
            File.WriteAllText(Place(), new JsonObject(frozen.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))).ToJsonString(new() { WriteIndented = true, Encoder = EventJson.Options.Encoder }) + "\n");
        }

        Assert.Equal(Model.Streams.SelectMany(stream => stream.Events.Keys).Order(StringComparer.Ordinal), frozen.Select(pair => pair.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void every_sample_is_read_as_an_event_that_holds_all_that_the_sample_says() => Assert.All(Read(), sample =>
    {
        var schema = Model.Streams.Single(stream => stream.Events.ContainsKey(sample.Key));
        var stored = schema.Read(sample.Key, JsonSerializer.SerializeToUtf8Bytes(sample.Value));
        var written = JsonSerializer.SerializeToNode(stored, stored!.GetType(), EventJson.Options);
        Assert.True(Holds(written, sample.Value), sample.Key);
    });

    [Fact]
    public void a_sample_whose_member_was_renamed_is_noticed() =>
        Assert.False(Holds(JsonNode.Parse("""{"lot":"a","reasons":"x"}"""), JsonNode.Parse("""{"lot":"a","reason":"x"}""")));

    private static bool Holds(JsonNode? whole, JsonNode? part) => (whole, part) switch
    {
        (JsonObject all, JsonObject some) => some.All(member => all.TryGetPropertyValue(member.Key, out var value) && Holds(value, member.Value)),
        (JsonArray all, JsonArray some) => all.Count == some.Count && all.Zip(some).All(pair => Holds(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(whole, part),
    };

    private static JsonObject Read() => JsonNode.Parse(File.Exists(Place()) ? File.ReadAllText(Place()) : "{}")!.AsObject();

    private static string Place([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "FrozenSamples.json");
}
