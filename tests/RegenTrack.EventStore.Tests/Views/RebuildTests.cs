using RegenTrack.EventStore.Views;

namespace RegenTrack.EventStore.Tests.Views;

public sealed class RebuildTests(Server server)
{
    private const string All = "select account, balance, version, changed_at from balances order by account";

    [Fact]
    public async Task a_rebuilt_view_equals_the_one_that_grew_with_the_appends()
    {
        await using var bank = await Bank.Open(server);
        for (var number = 0; number < 60; number++)
        {
            await bank.Deposit($"a{number % 7}", number, 1);
        }

        var grown = await bank.Rows(All);
        var progress = new Progress();
        await ViewRebuild.Run(bank.Store, bank.Store.Views[0], progress, Bank.Now);
        Assert.Equal(grown, await bank.Rows(All));
        Assert.Equal(120, progress.Last);
        Assert.Equal(["balances_pkey"], await bank.Rows("select indexname from pg_indexes where tablename = 'balances' and indexname like '%pkey%'"));
        Assert.Empty(await bank.Rows("select 1 from pg_class where relname like '%rebuild%'"));
    }

    [Fact]
    public async Task a_view_is_rebuilt_while_writers_go_on_and_misses_nothing()
    {
        await using var bank = await Bank.Open(server);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 6).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                Assert.Null(await bank.Deposit($"{writer}-{number % 5}", 1));
            }
        }, Bank.Now)).ToList();
        for (var round = 0; round < 4; round++)
        {
            await ViewRebuild.Run(bank.Store, bank.Store.Views[0], null, Bank.Now);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        var grown = await bank.Rows(All);
        await ViewRebuild.Run(bank.Store, bank.Store.Views[0], null, Bank.Now);
        Assert.Equal(await bank.Rows(All), grown);
        Assert.Equal(await bank.Rows("select count(*) from mt_events"), await bank.Rows("select sum(balance) from balances"));
    }

    [Fact]
    public async Task an_asynchronous_view_is_rebuilt_with_its_position()
    {
        await using var bank = await Bank.Open(server);
        await bank.Deposit("a", 1, 2, 3);
        await ViewRebuild.Run(bank.Store, bank.Store.Views[1], null, Bank.Now);
        Assert.Equal(["6|3"], await bank.Rows("select total, entries from turnover"));
        Assert.Equal(["view:turnover|3"], await bank.Rows("select name, last_seq_id from mt_event_progression"));
    }

    [Fact]
    public async Task snapshots_are_rebuilt_from_the_events_while_the_service_runs()
    {
        await using var bank = await Bank.Open(server);
        for (var number = 0; number < 50; number++)
        {
            await bank.Deposit($"a{number % 9}", number);
        }

        var kept = await bank.Rows("select id, version, shape, data from stream_snapshot order by id");
        await bank.Execute("""update stream_snapshot set data = '{"balance": -1}' where id = 'account:a1'; delete from stream_snapshot where id = 'account:a2'""");
        await SnapshotRebuild.Run(bank.Store, null, Bank.Now);
        Assert.Equal(kept, await bank.Rows("select id, version, shape, data from stream_snapshot order by id"));
        Assert.Null(await bank.Deposit("a1", 1));
    }

    private sealed class Progress : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value) => Last = value;
    }
}
