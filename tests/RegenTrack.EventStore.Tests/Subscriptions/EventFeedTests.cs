using Npgsql;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.EventStore.Tests.Subscriptions;

public sealed class EventFeedTests(Server server)
{
    private const string Stream = "insert into mt_streams (id, type, version) values ($1, 'account', 1)";
    private const string Event = "insert into mt_events (seq_id, id, stream_id, version, data, type) values (nextval('mt_events_sequence'), gen_random_uuid(), $1, 1, '{}', 'opened_v1') returning seq_id";

    [Fact]
    public async Task an_event_in_flight_holds_back_those_behind_it_until_it_is_committed()
    {
        await using var bank = await Bank.Open(server);
        var feed = new EventFeed(bank.Store.Database, 0);
        await bank.Deposit("a", 1);
        await using var slow = await Slow.Begin(bank, "slow");
        await bank.Deposit("b", 1);
        Assert.Equal([1], await Sequences(feed));
        Assert.Empty(await Sequences(feed));
        Assert.True(feed.Waits);
        await slow.Commit();
        Assert.Equal([2, 3], await Sequences(feed));
        Assert.False(feed.Waits);
    }

    [Fact]
    public async Task the_number_of_an_append_that_was_rolled_back_is_passed_once_nobody_can_hold_it()
    {
        await using var bank = await Bank.Open(server);
        var feed = new EventFeed(bank.Store.Database, 0);
        await using var slow = await Slow.Begin(bank, "slow");
        await bank.Deposit("a", 1);
        Assert.Empty(await Sequences(feed));
        await slow.Rollback();
        Assert.Equal([2], await Sequences(feed));
        Assert.False(feed.Waits);
    }

    [Fact]
    public async Task gaps_that_several_failed_appends_left_are_passed_together()
    {
        await using var bank = await Bank.Open(server);
        var feed = new EventFeed(bank.Store.Database, 0);
        await using var first = await Slow.Begin(bank, "first");
        await bank.Deposit("a", 1);
        await using var second = await Slow.Begin(bank, "second");
        await bank.Deposit("b", 1);
        Assert.Empty(await Sequences(feed));
        await first.Rollback();
        Assert.Empty(await Sequences(feed));
        await second.Rollback();
        Assert.Equal([2, 4], await Sequences(feed));
    }

    [Fact]
    public async Task a_transaction_that_has_drawn_nothing_holds_nobody_back()
    {
        await using var bank = await Bank.Open(server);
        var feed = new EventFeed(bank.Store.Database, 0);
        await using var idle = await Slow.Begin(bank, "idle", draw: false);
        await using var slow = await Slow.Begin(bank, "slow");
        await bank.Deposit("a", 1);
        Assert.Empty(await Sequences(feed));
        await slow.Rollback();
        Assert.Equal([2], await Sequences(feed));
    }

    [Fact]
    public async Task a_transaction_that_began_after_the_gap_was_seen_does_not_hold_it_open()
    {
        await using var bank = await Bank.Open(server);
        var feed = new EventFeed(bank.Store.Database, 0);
        await using var slow = await Slow.Begin(bank, "slow");
        await bank.Deposit("a", 1);
        Assert.Empty(await Sequences(feed));
        await using var unrelated = await Slow.Begin(bank, "unrelated");
        await slow.Rollback();
        Assert.Equal([2], await Sequences(feed));
    }

    [Fact]
    public async Task a_transaction_numbered_later_that_drew_earlier_is_waited_for()
    {
        await using var bank = await Bank.Open(server);
        var feed = new EventFeed(bank.Store.Database, 0);
        await using var early = await Slow.Begin(bank, "early", draw: false);
        await using var late = await Slow.Begin(bank, "late");
        await early.Draw();
        await early.Commit();
        Assert.Empty(await Sequences(feed));
        Assert.Empty(await Sequences(feed));
        await late.Commit();
        Assert.Equal([1, 2], await Sequences(feed));
    }

    [Fact]
    public async Task writers_that_commit_and_fail_in_any_order_are_seen_once_each_and_in_order()
    {
        await using var bank = await Bank.Open(server);
        const int seed = 20261123;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var seen = new List<long>();
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var feed = new EventFeed(bank.Store.Database, 0);
            while (!done.IsCancellationRequested)
            {
                seen.AddRange(await Sequences(feed));
            }
        }, Bank.Now);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            var random = new Random(seed + writer);
            for (var number = 0; number < 25; number++)
            {
                await using var append = await Slow.Begin(bank, $"{writer}-{number}");
                await Task.Delay(random.Next(4), Bank.Now);
                await (random.Next(4) == 0 ? append.Rollback() : append.Commit());
            }
        }));
        var stored = (await bank.Rows("select seq_id from mt_events order by seq_id")).Select(long.Parse).ToList();
        await Bank.Until(() => Task.FromResult(seen.Count >= stored.Count));
        await done.CancelAsync();
        await reading;
        Assert.Equal(stored, seen);
    }

    private static async Task<List<long>> Sequences(EventFeed feed) => [.. (await feed.Read(1000, Bank.Now)).Select(row => row.Sequence)];

    /// <summary>An append that takes its time between drawing its number and ending.</summary>
    private sealed class Slow(NpgsqlConnection connection, NpgsqlTransaction transaction, string id) : IAsyncDisposable
    {
        public static async Task<Slow> Begin(Bank bank, string id, bool draw = true)
        {
            var connection = await bank.Store.Database.OpenConnectionAsync(Bank.Now);
            var slow = new Slow(connection, await connection.BeginTransactionAsync(Bank.Now), $"account:{id}");
            await slow.Execute(Stream);
            if (draw)
            {
                await slow.Draw();
            }

            return slow;
        }

        public Task Draw() => Execute(Event);

        public Task Commit() => transaction.CommitAsync(Bank.Now);

        public Task Rollback() => transaction.RollbackAsync(Bank.Now);

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }

        private async Task Execute(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction) { Parameters = { new() { Value = id } } };
            await command.ExecuteScalarAsync(Bank.Now);
        }
    }
}
