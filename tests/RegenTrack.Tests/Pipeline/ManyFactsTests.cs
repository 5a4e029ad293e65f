using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Pipeline;

/// <summary>Facts of several streams at once: one round trip, each as guarded as a single one.</summary>
public sealed class ManyFactsTests(PostgresFixture postgres)
{
    private static readonly Actor Officer = new("sec1", Role.Secretariat);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ten_streams_cost_one_round_trip_and_come_in_the_order_asked_for()
    {
        await using var app = await CounterApp.Start(postgres);
        var ids = Enumerable.Range(1, 10).Select(number => $"c{number}").Reverse().ToList();
        foreach (var id in ids.Skip(1))
            await app.Send(new CountOnce(id, id.Length + int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture)), Officer);
        var session = app.Store.OpenSession();
        using var trips = new RoundTrips();

        var states = await session.LoadAllAndExpect(Counters.Type, ids, Ct);

        Assert.Equal([0, 11, 10, 9, 8, 7, 6, 5, 4, 3], states.Select(state => state.Total));
        Assert.Single(trips.Statements);
    }

    [Fact]
    public async Task nothing_asked_for_costs_nothing_and_the_same_twice_is_given_twice()
    {
        await using var app = await CounterApp.Start(postgres);
        await app.Send(new CountOnce("a", 2), Officer);
        var session = app.Store.OpenSession();
        using var trips = new RoundTrips();
        Assert.Empty(await session.LoadAllAndExpect(Counters.Type, [], Ct));
        Assert.Empty(trips.Statements);
        Assert.Equal([2, 2], (await session.LoadAllAndExpect(Counters.Type, ["a", "a"], Ct)).Select(state => state.Total));
    }

    [Theory]
    [InlineData("first", 1)]
    [InlineData("last", 1)]
    [InlineData("unborn", 0)]
    public async Task any_of_them_that_moves_meanwhile_is_a_conflict(string moving, long before)
    {
        await using var app = await CounterApp.Start(postgres);
        foreach (var id in new[] { "first", "last" })
            await app.Send(new CountOnce(id, 1), Officer);
        var session = app.Store.OpenSession();
        var loaded = await session.Load(Counters.Type, "a", Ct);
        await session.LoadAllAndExpect(Counters.Type, ["first", "unborn", "last"], Ct);
        await app.Send(new CountOnce(moving, 1), Officer);
        session.Append(Counters.Type, loaded, [new Counted(1)]);

        Assert.Equal(before + 1, (await session.Commit(new("sec1"), Ct)).Conflict?.ActualVersion);
        Assert.Equal(0, (await app.State("a")).Version);
    }

    [Fact]
    public async Task a_snapshot_of_another_shape_among_them_is_folded_anew()
    {
        await using var app = await CounterApp.Start(postgres);
        await app.Send(new CountOnce("a", 3), Officer);
        await app.Send(new CountOnce("b", 4), Officer);
        await app.Rows("update stream_snapshot set shape = 'old', data = '{}' where id = 'counter:b' returning id");
        var session = app.Store.OpenSession();
        Assert.Equal([3, 4], (await session.LoadAllAndExpect(Counters.Type, ["a", "b"], Ct)).Select(state => state.Total));
    }
}
