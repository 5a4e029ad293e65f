using Npgsql;

namespace RegenTrack.EventStore.Tests;

public sealed class AppendTests(Server server)
{
    [Fact]
    public async Task a_stream_starts_with_its_events_snapshot_and_view_in_one_transaction()
    {
        await using var bank = await Bank.Open(server);
        var session = bank.Store.OpenSession();
        session.Start(bank.Accounts, "a", new Opened("o"), new Deposited(5));
        Assert.Null((await session.Commit(Bank.By, Bank.Now)).Conflict);
        Assert.Equal((new Account("o", 5, 1), 2L), await bank.Store.Reader.State(bank.Accounts, "a", Bank.Now));
        Assert.Equal(["account:a|account|2"], await bank.Rows("select id, type, version from mt_streams"));
        Assert.Equal(["a|5|2"], await bank.Rows("select account, balance, version from balances"));
        Assert.Equal(["1|1|opened_v1|teller|correlation-1|cause-1|command-1", "2|2|deposited_v2|teller|correlation-1|cause-1|command-1"],
            await bank.Rows("select seq_id, version, type, user_name, correlation_id, causation_id, headers ->> 'commandId' from mt_events order by seq_id"));
    }

    [Fact]
    public async Task starting_a_stream_that_is_there_is_a_conflict_that_names_its_version_and_leaves_nothing()
    {
        await using var bank = await Bank.Open(server);
        await bank.Deposit("a", 1, 2, 3);
        var session = bank.Store.OpenSession();
        session.Start(bank.Accounts, "b", new Opened("o"));
        session.Start(bank.Accounts, "a", new Opened("o"));
        Assert.Equal(new Conflict("account:a", 3), (await session.Commit(Bank.By, Bank.Now)).Conflict);
        await bank.Deposit("a", 4);
        Assert.Equal(["1", "2", "3", "4"], await bank.Rows("select seq_id from mt_events order by seq_id"));
        Assert.Equal(["account:a"], await bank.Rows("select id from mt_streams"));
    }

    [Fact]
    public async Task an_outdated_version_is_a_conflict_and_leaves_no_gap()
    {
        await using var bank = await Bank.Open(server);
        await bank.Deposit("a", 1);
        var late = bank.Store.OpenSession();
        var loaded = await late.Load(bank.Accounts, "a", Bank.Now);
        await bank.Deposit("a", 2);
        late.Append(bank.Accounts, loaded, [new Deposited(9)]);
        Assert.Equal(new Conflict("account:a", 2), (await late.Commit(Bank.By, Bank.Now)).Conflict);
        await bank.Deposit("a", 3);
        Assert.Equal(["1", "2", "3"], await bank.Rows("select seq_id from mt_events order by seq_id"));
    }

    [Fact]
    public async Task several_streams_stand_or_fall_together()
    {
        await using var bank = await Bank.Open(server);
        await bank.Deposit("b", 1);
        var session = bank.Store.OpenSession();
        session.Append(bank.Accounts, await session.Load(bank.Accounts, "a", Bank.Now), [new Deposited(1)]);
        session.Append(bank.Accounts, await session.Load(bank.Accounts, "b", Bank.Now), [new Deposited(1)]);
        await bank.Deposit("b", 1);
        Assert.Equal(new Conflict("account:b", 2), (await session.Commit(Bank.By, Bank.Now)).Conflict);
        Assert.Equal((Account.Initial, 0L), await bank.Store.Reader.State(bank.Accounts, "a", Bank.Now));
    }

    [Fact]
    public async Task appending_blindly_needs_no_version_and_later_loads_see_it()
    {
        await using var bank = await Bank.Open(server);
        await bank.Deposit("a", 5);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var session = bank.Store.OpenSession();
            session.AppendToAny(bank.Accounts, "a", new Deposited(1), new Deposited(1));
            Assert.Null((await session.Commit(Bank.By, Bank.Now)).Conflict);
        }));
        Assert.Equal((new Account(null, 45, 41), 41L), await bank.Store.Reader.State(bank.Accounts, "a", Bank.Now));
        Assert.Null(await bank.Deposit("a", 1));
        Assert.Equal((new Account(null, 46, 42), 42L), await bank.Store.Reader.State(bank.Accounts, "a", Bank.Now));
        var fresh = bank.Store.OpenSession();
        fresh.AppendToAny(bank.Accounts, "new", new Opened("o"));
        await fresh.Commit(Bank.By, Bank.Now);
        Assert.Equal((new Account("o", 0, 0), 1L), await bank.Store.Reader.State(bank.Accounts, "new", Bank.Now));
    }

    [Fact]
    public async Task of_fifty_writers_on_one_stream_each_is_recorded_once_or_told_of_the_conflict()
    {
        await using var bank = await Bank.Open(server);
        await bank.Deposit("a", 0);
        var conflicts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bank.Deposit("a", 1)));
        var accepted = conflicts.Count(conflict => conflict is null);
        Assert.InRange(accepted, 1, 50);
        Assert.All(conflicts.OfType<Conflict>(), conflict => Assert.Equal("account:a", conflict.StreamKey));
        Assert.Equal((new Account(null, accepted, accepted + 1), accepted + 1L), await bank.Store.Reader.State(bank.Accounts, "a", Bank.Now));
        Assert.Equal([$"{accepted + 1}|{accepted + 1}"], await bank.Rows("select max(seq_id), count(*) from mt_events"));
    }

    [Fact]
    public async Task appends_to_the_same_streams_in_different_order_never_stand_in_each_others_way()
    {
        await using var bank = await Bank.Open(server);
        string[] accounts = ["a", "b", "c"];
        foreach (var account in accounts)
            await bank.Deposit(account, 0);
        var conflicts = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var round = 0; round < 25; round++)
            {
                var session = bank.Store.OpenSession();
                await session.LoadAndExpect(bank.Accounts, accounts[writer % 3], Bank.Now);
                foreach (var account in accounts.Where(account => account != accounts[writer % 3]).OrderBy(account => writer % 2 == 0 ? account[0] : -account[0]))
                    session.Append(bank.Accounts, await session.Load(bank.Accounts, account, Bank.Now), [new Deposited(1)]);
                if ((await session.Commit(Bank.By, Bank.Now)).Conflict is not null)
                    Interlocked.Increment(ref conflicts);
            }
        }));
        Assert.Equal([$"{3 + (2 * (200 - conflicts))}"], await bank.Rows("select count(*) from mt_events"));
    }

    [Fact]
    public async Task a_connection_that_drops_amid_a_transaction_leaves_nothing()
    {
        await using var bank = await Bank.Open(server);
        var session = bank.Store.OpenSession();
        session.Start(bank.Accounts, "a", new Opened("o"));
        session.Add(new NpgsqlBatchCommand("select pg_terminate_backend(pg_backend_pid())"));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => session.Commit(Bank.By, Bank.Now));
        Assert.Equal(["0|0|0"], await bank.Rows("select (select count(*) from mt_streams), (select count(*) from mt_events), (select count(*) from stream_snapshot)"));
        Assert.Null(await bank.Deposit("a", 1));
    }
}
