using System.Text.Json;
using RegenTrack.App.Resources;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Search;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Search;

/// <summary>What is asked of one resource in memory has the answer that the database gives.</summary>
public sealed class ConditionJudgeTests(PostgresFixture postgres)
{
    private const int Seed = 20261123;

    [Fact]
    public async Task one_resource_fits_a_condition_exactly_when_a_search_finds_it()
    {
        await using var host = new SearchHost(postgres);
        await host.InitializeAsync();
        var resources = SearchSamples.All.Select(sample => JsonElement.Parse(sample)).ToList();
        foreach (var sample in SearchSamples.All)
            await host.Put(sample);
        var search = host.Search;
        var random = new Random(Seed);
        var indexes = resources.Select(resource => (Type: resource.Text("resourceType")!, Id: resource.Text("id")!, Index: ResourceIndexer.Index(resource))).ToList();
        var (asked, found) = (0, 0);
        foreach (var type in indexes.GroupBy(one => one.Type))
        {
            foreach (var condition in Conditions([.. type.Select(one => one.Index)], random))
            {
                var ids = await search.Ids(new ResourceQuery(type.Key, SearchHost.Own, [condition]), 100, TestContext.Current.CancellationToken);
                Assert.Equal(ids.Order(StringComparer.Ordinal), type.Where(one => ConditionJudge.Holds(condition, one.Id, TestTime.Start, one.Index)).Select(one => one.Id).Order(StringComparer.Ordinal));
                (asked, found) = (asked + 1, found + ids.Count);
            }
        }

        Assert.True(asked > 200 && found > 100, $"{asked} conditions found {found} resources: too little was compared.");
    }

    private static IEnumerable<ResourceCondition> Conditions(IReadOnlyList<ResourceIndex> indexes, Random random)
    {
        foreach (var span in indexes.SelectMany(index => index.Spans))
        {
            foreach (var relation in Enum.GetValues<SpanRelation>())
            {
                var (low, high) = (Moved(span.Low), Moved(span.High));
                yield return new ResourceCondition.AnySpan([new SpanTest(span.Parameter, relation, Math.Min(low, high), Math.Max(low, high))]);
            }
        }

        foreach (var text in indexes.SelectMany(index => index.Texts).Where(text => text.Text.Length > 1))
        {
            var part = text.Text[random.Next(text.Text.Length - 1)..];
            yield return new ResourceCondition.AnyText([new TextTest(text.Parameter, part, Anywhere: true), new TextTest(text.Parameter, "zz", Anywhere: false)]);
            yield return new ResourceCondition.AnyText([new TextTest(text.Parameter, part, Anywhere: false)]);
        }

        foreach (var key in indexes.SelectMany(index => index.Keys).Distinct())
        {
            yield return new ResourceCondition.NoKey([key]);
            yield return new ResourceCondition.Either([[new ResourceCondition.AnyKey([key]), new ResourceCondition.NoKey([key + 1])], [new ResourceCondition.AnyId(["kim"])]]);
        }

        foreach (var hours in new[] { -1, 0, 1 })
        {
            yield return new ResourceCondition.Updated(TestTime.Start.AddHours(hours), TestTime.Start.AddHours(hours + 1));
            yield return new ResourceCondition.Updated(TestTime.Start.AddHours(hours), null, Outside: true);
        }

        double Moved(double end) => double.IsInfinity(end) ? end : end + random.Next(-1, 2);
    }
}
