using System.Globalization;
using System.Text.Json;
using RegenTrack.App.Resources;
using RegenTrack.Interop.Server.Search;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Search;

public class SearchPagingTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Theory]
    [InlineData("")]
    [InlineData("&_sort=-_id")]
    [InlineData("&_sort=_lastUpdated")]
    [InlineData("&_sort=-_lastUpdated")]
    [InlineData("&_sort=date")]
    [InlineData("&_sort=-date")]
    public async Task a_walk_meets_all_that_was_there_once_while_others_write(string sort)
    {
        const int Before = 230;
        var code = $"walk{sort.GetHashCode(StringComparison.Ordinal)}";
        for (var index = 0; index < Before; index++)
            await Put(code, $"{index * 7919 % 1000:000}", index);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(writer => Write(code, writer, stop.Token)).ToList();

        var seen = new List<string>();
        var pages = 0;
        for (var next = $"Observation?code={code}{sort}&_count=20"; next is not null; pages++)
        {
            var page = await host.Get(next);
            Assert.Equal(200, page.Status);
            Assert.NotEmpty(page.Ids);
            seen.AddRange(page.Ids);
            next = page.Link("next");
            Assert.True(pages < 200);
        }

        await stop.CancelAsync();
        Assert.True((await Task.WhenAll(writers)).Sum() > 0);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(Before, seen.Count(id => id.StartsWith("there-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task pages_follow_the_order_and_the_last_one_has_no_next()
    {
        for (var index = 0; index < 7; index++)
            await Put("order", $"{index}", index);
        var first = await host.Get("Observation?code=order&_sort=-date&_count=3");
        Assert.Equal(7, first.Total);
        var second = await host.Get(first.Link("next")!);
        var third = await host.Get(second.Link("next")!);

        // Of every third there is no date: they come last, by id.
        Assert.Equal(["there-order-5", "there-order-4", "there-order-2"], first.Ids);
        Assert.Equal(["there-order-1", "there-order-6", "there-order-3"], second.Ids);
        Assert.Equal(["there-order-0"], third.Ids);
        Assert.Equal(7, third.Total);
        Assert.Null(third.Link("next"));

        // As many as there are fill a page, and no empty one follows.
        Assert.Null((await host.Get("Observation?code=order&_count=7")).Link("next"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task the_same_is_met_in_every_order_by_walking_as_by_looking_keys_up(bool descending)
    {
        var institution = $"inst-walked-{descending}";
        for (var index = 0; index < 60; index++)
        {
            await host.Put(
                Asked($"{institution}-{index * 7919 % 1000:000}", index % 4 == 0 ? "requested" : "completed", index % 3 == 0 ? null : index % 20),
                index % 5 == 0 ? SearchHost.Other : institution,
                TestTime.Start.AddMilliseconds(index / 3));
        }

        var (completed, dated) = (Index("completed", 1), Index("requested", 1));
        var query = new ResourceQuery("Task", institution, [new ResourceCondition.AnyKey([.. completed.Keys.Except(dated.Keys)])]);
        foreach (var order in new ResourceOrder[] { new ResourceOrder.ById(descending), new ResourceOrder.ByUpdate(descending), new ResourceOrder.BySpan(descending, dated.Spans[0].Parameter, dated.Keys.Except(Index("requested", null).Keys).First()) })
        {
            var walked = await Walk(query, order);
            Assert.Equal(36, walked.Count);
            Assert.Equal(await LookUp(query, order), walked);
        }
    }

    [Fact]
    public async Task of_several_dates_the_earliest_counts_upwards_and_the_latest_downwards()
    {
        await host.Put(Timed("two", "2026-01-01", "2026-01-09"));
        await host.Put(Timed("one", "2026-01-05"));
        Assert.Equal(["two", "one"], (await host.Get("Observation?code=timed&_sort=date")).Ids);
        Assert.Equal(["two", "one"], (await host.Get("Observation?code=timed&_sort=-date")).Ids);
    }

    [Fact]
    public async Task a_cursor_holds_for_its_own_search_and_institution_only_and_cannot_be_changed()
    {
        for (var index = 0; index < 3; index++)
            await Put("signed", $"{index}", index);
        var next = (await host.Get("Observation?code=signed&_count=1")).Link("next")!;
        Assert.Equal(200, (await host.Get(next)).Status);
        Assert.Equal("search-cursor", (await host.Get(next[..^3] + (next[^3] == 'A' ? 'B' : 'A') + next[^2..])).Issue);
        Assert.Equal("search-cursor", (await host.Get(next.Replace("code=signed", "code=other", StringComparison.Ordinal))).Issue);
        Assert.Equal("search-cursor", (await host.Get(next, SearchHost.Other)).Issue);
    }

    private static string Asked(string id, string status, int? day) =>
        $$"""{"resourceType":"Task","id":"{{id}}","intent":"order","status":"{{status}}"{{(day is null ? "" : $",\"authoredOn\":\"2026-01-{day + 1:00}\"")}}}""";

    private static ResourceIndex Index(string status, int? day) => ResourceIndexer.Index(JsonElement.Parse(Asked("a", status, day)));

    private Task<List<string>> Walk(ResourceQuery query, ResourceOrder order) =>
        Pages(end => host.Search.Walk(query, order, end, 7, false, TestContext.Current.CancellationToken));

    private Task<List<string>> LookUp(ResourceQuery query, ResourceOrder order) => Pages(async end =>
    {
        var search = host.Search;
        Assert.Equal(((FoundResources?)null, 36L), await search.LookUp(query, order, end, 7, 50, 36, false, TestContext.Current.CancellationToken));
        Assert.Equal(((FoundResources?)null, 10L), await search.LookUp(query, order, end, 7, 10, 10, false, TestContext.Current.CancellationToken));
        var (page, count) = await search.LookUp(query, order, end, 7, 50, 37, false, TestContext.Current.CancellationToken);
        Assert.Equal(36, count);
        return page!;
    });

    private static async Task<List<string>> Pages(Func<PageEnd?, Task<FoundResources>> next)
    {
        var seen = new List<string>();
        for (PageEnd? end = null; ;)
        {
            using var page = await next(end);
            seen.AddRange(Enumerable.Range(0, page.Count).Select(index => page[index].Id));
            if (page.Count < 7)
                return seen;
            end = page[page.Count - 1].End;
        }
    }

    private Task Put(string code, string id, int index) => host.Put(
        $$"""
        {"resourceType":"Observation","id":"there-{{code}}-{{id}}"{{(index % 3 == 0 ? "" : $",\"effectiveDateTime\":\"2026-01-{index % 28 + 1:00}\"")}},"status":"final","code":{"coding":[{"code":"{{code}}"}]} }
        """,
        updated: TestTime.Start.AddMilliseconds(index / 2));

    private static string Timed(string id, params string[] times) => $$"""
        {"resourceType":"Observation","id":"{{id}}","status":"final","code":{"coding":[{"code":"timed"}]},"effectiveTiming":{"event":[{{string.Join(',', times.Select(time => $"\"{time}\""))}}]} }
        """;

    private async Task<int> Write(string code, int writer, CancellationToken stop)
    {
        var written = 0;
        for (; !stop.IsCancellationRequested; written++)
        {
            await host.Put(
                $$"""{"resourceType":"Observation","id":"new-{{code}}-{{writer}}-{{written.ToString(CultureInfo.InvariantCulture)}}","status":"final","code":{"coding":[{"code":"{{code}}"}]},"effectiveDateTime":"2026-01-{{written % 28 + 1:00}}"}""",
                updated: TestTime.Start.AddMilliseconds(written % 150));
            await Task.Delay(15, CancellationToken.None);
        }

        return written;
    }
}
