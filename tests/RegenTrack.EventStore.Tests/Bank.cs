using RegenTrack.EventStore.Views;

namespace RegenTrack.EventStore.Tests;

/// <summary>A store over a database of its own.</summary>
internal sealed class Bank(Store store) : IAsyncDisposable
{
    public static readonly EventMetadata By = new("teller", "Clerk", "branch-1", null, "command-1", "correlation-1", "cause-1", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public Store Store { get; } = store;

    public StreamSchema<Account> Accounts => (StreamSchema<Account>)Store.Streams["account"];

    public static CancellationToken Now => TestContext.Current.CancellationToken;

    public static async Task<Bank> Open(Server server) => await On(await server.CreateDatabase());

    /// <summary>Another process's view of the same database.</summary>
    public static async Task<Bank> On(string connectionString, AccountSchema? accounts = null)
    {
        var bank = new Bank(StoreOn(connectionString, accounts));
        await ViewSchema.Apply(bank.Store, Now);
        return bank;
    }

    public static Store StoreOn(string connectionString, AccountSchema? accounts = null) =>
        new(Store.Connect(connectionString), [accounts ?? AccountSchema.Create(), AccountSchema.Create("note", keepsSnapshot: false)], [new Balances(), new Turnover()]);

    public Task<Conflict?> Deposit(string account, params int[] amounts) => Append(account, [.. amounts.Select(amount => new Deposited(amount))], Now);

    /// <summary>Deposits one, with a note.</summary>
    public Task<Conflict?> Deposit(string account, string note, CancellationToken cancellation) => Append(account, [new Deposited(1, note)], cancellation);

    private async Task<Conflict?> Append(string account, IReadOnlyList<object> events, CancellationToken cancellation)
    {
        var session = Store.OpenSession();
        session.Append(Accounts, await session.Load(Accounts, account, cancellation), events);
        return (await session.Commit(By, cancellation)).Conflict;
    }

    public async Task<IReadOnlyList<string>> Rows(string sql)
    {
        await using var command = Store.Database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Now);
        var rows = new List<string>();
        while (await reader.ReadAsync(Now))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "" : reader.GetValue(column).ToString())));
        }

        return rows;
    }

    public async Task<int> Execute(string sql)
    {
        await using var command = Store.Database.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(Now);
    }

    /// <summary>Waits until something holds, for at most a minute.</summary>
    public static async Task Until(Func<Task<bool>> holds)
    {
        for (var waited = 0; !await holds(); waited += 20)
        {
            Assert.True(waited < 60_000, "It did not come about in a minute.");
            await Task.Delay(20, Now);
        }
    }

    public ValueTask DisposeAsync() => Store.Database.DisposeAsync();
}
