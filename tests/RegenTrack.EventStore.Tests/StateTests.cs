namespace RegenTrack.EventStore.Tests;

public sealed class StateTests(Server server)
{
    [Fact]
    public async Task a_kind_without_snapshots_folds_its_events_at_each_load()
    {
        await using var bank = await Bank.Open(server);
        var notes = (StreamSchema<Account>)bank.Store.Streams["note"];
        var session = bank.Store.OpenSession();
        session.Start(notes, "n", new Opened("o"), new Deposited(3));
        await session.Commit(Bank.By, Bank.Now);
        Assert.Equal((new Account("o", 3, 1), 2L), await bank.Store.Reader.State(notes, "n", Bank.Now));
        Assert.Equal(["0"], await bank.Rows("select count(*) from stream_snapshot"));
        var next = bank.Store.OpenSession();
        next.Append(notes, await next.Load(notes, "n", Bank.Now), [new Deposited(4)]);
        Assert.Null((await next.Commit(Bank.By, Bank.Now)).Conflict);
        Assert.Equal((new Account("o", 7, 2), 3L), await bank.Store.Reader.State(notes, "n", Bank.Now));
    }

    [Fact]
    public async Task a_snapshot_of_another_shape_is_folded_anew()
    {
        await using var bank = await Bank.Open(server);
        await bank.Deposit("a", 5, 6);
        await bank.Execute("""update stream_snapshot set shape = 'older', data = '{"owner": "nobody", "balance": 99}'""");
        Assert.Equal((new Account(null, 11, 2), 2L), await bank.Store.Reader.State(bank.Accounts, "a", Bank.Now));
        Assert.Null(await bank.Deposit("a", 1));
        Assert.Equal(["12"], await bank.Rows("select data ->> 'balance' from stream_snapshot"));
    }

    [Fact]
    public async Task events_of_an_older_format_are_read_as_those_of_today()
    {
        var database = await server.CreateDatabase();
        await using var bank = await Bank.On(database, AccountSchema.Create(older: true));
        await bank.Deposit("a", 1);
        await bank.Execute("""update mt_events set type = 'deposited_v1', data = '{"cents": 700, "shop": "gone"}'; delete from stream_snapshot""");
        Assert.Equal((new Account(null, 7, 1), 1L), await bank.Store.Reader.State(bank.Accounts, "a", Bank.Now));
        Assert.Equal(new Deposited(7), Assert.Single(await bank.Store.Reader.Read("account", "a", Bank.Now)).Data);
    }

    [Fact]
    public async Task events_that_a_newer_program_wrote_are_passed_over_and_counted()
    {
        var database = await server.CreateDatabase();
        await using var newer = await Bank.On(database);
        await newer.Deposit("a", 1, 2);
        await newer.Execute("delete from stream_snapshot");
        await using var older = await Bank.On(database, AccountSchema.Create(deposits: false));
        Assert.Equal((Account.Initial, 2L), await older.Store.Reader.State(older.Accounts, "a", Bank.Now));
        Assert.Empty(await older.Store.Reader.Read("account", "a", Bank.Now));
    }

    [Fact]
    public async Task who_and_why_is_read_back_with_each_event()
    {
        await using var bank = await Bank.Open(server);
        await bank.Deposit("a", 1);
        var stored = Assert.Single(await bank.Store.Reader.Read("account", "a", Bank.Now));
        Assert.Equal(Bank.By, stored.Metadata);
        Assert.Equal(("account:a", "a", 1L, 1L), (stored.StreamKey, stored.StreamId, stored.Version, stored.Sequence));
    }
}
