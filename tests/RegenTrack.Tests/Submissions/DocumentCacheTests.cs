using RegenTrack.Submissions.Rendering;

namespace RegenTrack.Tests.Submissions;

public sealed class DocumentCacheTests
{
    private static readonly DateTimeOffset Instant = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private static readonly DocumentTemplate Template = new("Probe", "probe.typ", new Dictionary<string, string> { ["probe.typ"] = "text" });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_same_content_is_set_once()
    {
        var press = new CountingPress();
        var cache = new DocumentCache(press);

        await cache.Render(Template, "{}"u8.ToArray(), Instant, Cancellation);
        await cache.Render(Template, "{}"u8.ToArray(), Instant, Cancellation);

        Assert.Equal(1, press.Count);
    }

    [Fact]
    public async Task other_data_another_time_or_another_template_is_another_document()
    {
        var press = new CountingPress();
        var cache = new DocumentCache(press);

        await cache.Render(Template, "{}"u8.ToArray(), Instant, Cancellation);
        await cache.Render(Template, "[]"u8.ToArray(), Instant, Cancellation);
        await cache.Render(Template, "{}"u8.ToArray(), Instant.AddSeconds(1), Cancellation);
        await cache.Render(Template with { Sources = new Dictionary<string, string> { ["probe.typ"] = "other" } }, "{}"u8.ToArray(), Instant, Cancellation);

        Assert.Equal(4, press.Count);
    }

    [Fact]
    public async Task the_longest_unused_goes_when_it_is_full()
    {
        var press = new CountingPress();
        var cache = new DocumentCache(press, capacity: 2);
        Task<RenderedDocument> Set(string json) => cache.Render(Template, System.Text.Encoding.UTF8.GetBytes(json), Instant, Cancellation);

        await Set("1");
        await Set("2");
        await Set("1");
        await Set("3");
        await Set("1");

        Assert.Equal(3, press.Count);
    }

    private sealed class CountingPress : IDocumentRenderer
    {
        public int Count { get; private set; }

        public Task<RenderedDocument> Render(DocumentTemplate template, ReadOnlyMemory<byte> json, DateTimeOffset createdAt, CancellationToken cancellation) =>
            Task.FromResult(new RenderedDocument(json, $"{++Count}"));
    }
}
