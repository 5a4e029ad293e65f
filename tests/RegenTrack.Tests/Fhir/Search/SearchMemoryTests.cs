using System.Buffers;
using System.Net.Http.Headers;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Search;

[Collection(Alone.Name)]
public class SearchMemoryTests(SearchHost host) : IClassFixture<SearchHost>
{
    private const long Bar = 1 << 20;

    [Fact]
    public async Task a_bundle_of_a_thousand_goes_out_within_a_megabyte_of_garbage()
    {
        var padding = new string('x', 1_000);
        for (var index = 0; index < 1_000; index++)
            await host.Put($$"""{"resourceType":"Observation","id":"o-{{index}}","status":"final","code":{"coding":[{"code":"many"}]},"note":[{"text":"{{padding}}"}]}""");

        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Test", SearchHost.Own);
        var smallest = long.MaxValue;
        for (var round = 0; round < 8; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            Assert.True(await Read(client) > 1_000 * padding.Length);
            smallest = Math.Min(smallest, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{smallest} bytes, client and server together");
        Assert.InRange(smallest, 1, Bar);
    }

    /// <summary>How much came, read into rented memory.</summary>
    private static async Task<long> Read(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/fhir/Observation?code=many&_count=1000", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        long length = 0;
        while (await body.ReadAsync(buffer, TestContext.Current.CancellationToken) is var read and > 0)
            length += read;
        ArrayPool<byte>.Shared.Return(buffer);
        return length;
    }
}
