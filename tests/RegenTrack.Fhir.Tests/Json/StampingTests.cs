using System.Text;
using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Tests.Json;

public class StampingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 2, 3, 456, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"resourceType":"Basic","id":"1","code":{"text":"a"}}""")]
    [InlineData("""{ "id":"1", "resourceType" : "Basic" , "code":{"text":"a"} }""")]
    [InlineData("""{"resourceType":"Basic","id":"1","meta":{},"code":{"text":"a"}}""")]
    [InlineData("""{"resourceType":"Basic","meta": {"profile":["p"]},"id":"1","code":{"text":"a"}}""")]
    [InlineData("""{"resourceType":"Basic","contained":[{"resourceType":"Group","meta":{"tag":[]}}],"id":"1","code":{"text":"a"}}""")]
    public void version_and_instant_come_into_meta_and_nothing_else_changes(string resource)
    {
        var stamped = JsonElement.Parse(Stamping.Stamped(Encoding.UTF8.GetBytes(resource), 12, At));
        Assert.Equal(("12", "2026-03-02T01:02:03.456Z"), (stamped.Text("meta", "versionId"), stamped.Text("meta", "lastUpdated")));
        var before = JsonElement.Parse(resource);
        foreach (var member in before.EnumerateObject().Where(member => member.Name != "meta"))
            Assert.Equal(member.Value.GetRawText(), stamped.GetProperty(member.Name).GetRawText());
        Assert.Equal(before.At("meta")?.Items("profile").Select(one => one.GetString()) ?? [], stamped.GetProperty("meta").Items("profile").Select(one => one.GetString()));
    }

    [Fact]
    public void a_new_id_replaces_the_senders_and_what_it_said_of_versions_goes()
    {
        var sent = """{"id":"theirs","meta":{"versionId":"9","lastUpdated":"2020-01-01T00:00:00Z","tag":[{"code":"t"}]},"resourceType":"Basic","n":1.50,"s":"\u0041"}"""u8;
        Assert.Equal("""{"resourceType":"Basic","id":"ours","meta":{"tag":[{"code":"t"}]},"n":1.50,"s":"\u0041"}""", Encoding.UTF8.GetString(Stamping.Identified(sent, "ours")));
        Assert.Equal("""{"resourceType":"Basic","id":"ours"}""", Encoding.UTF8.GetString(Stamping.Identified("""{"meta":{"versionId":"9"},"resourceType":"Basic"}"""u8, "ours")));
    }
}
