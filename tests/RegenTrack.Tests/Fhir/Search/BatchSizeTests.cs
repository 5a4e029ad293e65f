using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Tests.Fhir.Search;

public sealed class BatchSizeTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task a_batch_stops_reading_once_it_holds_as_much_as_it_can()
    {
        var megabyte = new string('x', 1 << 20);
        await host.Put($$"""{"resourceType":"Observation","id":"large","status":"final","code":{"text":"a"},"note":[{{string.Join(',', Enumerable.Repeat($$"""{"text":"{{megabyte}}"}""", 9))}}]}""");
        var entries = Enumerable.Repeat("""{"request":{"method":"GET","url":"Observation/large"}}""", 5).Append("""{"request":{"method":"GET","url":"Observation?_id=large"}}""");
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Test", SearchHost.Own);
        using var content = new StringContent($$"""{"resourceType":"Bundle","type":"batch","entry":[{{string.Join(',', entries)}}]}""", Encoding.UTF8, "application/fhir+json");
        using var answer = await client.PostAsync(new Uri("/fhir", UriKind.Relative), content, TestContext.Current.CancellationToken);

        using var whole = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var lines = whole.RootElement.Items("entry").ToList();
        Assert.Equal(["200", "200", "200", "200", "400", "400"], lines.Select(line => line.Text("response", "status")![..3]));
        Assert.All(lines[4..], line => Assert.Equal("batch-shows-too-much", line.At("response", "outcome")!.Value.Items("issue").Single().Items("details", "coding").Single().Text("code")));
    }
}
