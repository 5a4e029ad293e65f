using System.Text.Json;
using System.Text.Json.Nodes;
using RegenTrack.EventStore.Views;

namespace RegenTrack.EventStore.Tests;

/// <summary>A small world to test the store with: accounts that money is put into.</summary>
public sealed record Opened(string Owner);

public sealed record Deposited(int Amount, string? Note = null);

public sealed record Account(string? Owner, long Balance, int Entries)
{
    public static readonly Account Initial = new(null, 0, 0);

    public static Account Evolve(Account state, object stored) => stored switch
    {
        Opened opened => state with { Owner = opened.Owner },
        Deposited deposited => state with { Balance = state.Balance + deposited.Amount, Entries = state.Entries + 1 },
        _ => state,
    };
}

public sealed class AccountSchema(string alias, bool keepsSnapshot) : StreamSchema<Account>(alias, Account.Initial, Account.Evolve, Options, keepsSnapshot)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static AccountSchema Create(string alias = "account", bool keepsSnapshot = true, bool older = false, bool deposits = true)
    {
        var schema = new AccountSchema(alias, keepsSnapshot);
        schema.Name(typeof(Opened), "opened_v1");
        if (deposits)
        {
            schema.Name(typeof(Deposited), "deposited_v2");
        }

        if (older)
        {
            schema.OlderName(typeof(Deposited), "deposited_v1", json => new JsonObject { ["amount"] = (int)json["cents"]! / 100 });
        }

        return schema;
    }
}

public sealed class Balances : TableView
{
    public override string Name => "balances";

    public override string Columns => "account text primary key, balance bigint not null, version bigint not null, changed_at timestamptz not null";

    public override IReadOnlyList<string> Indexes => ["(balance, account)"];

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        if (stored.Data is Deposited deposited)
        {
            write.Execute(
                "insert into {table} as b values ($1, $2, $3, {now}) on conflict (account) do update set balance = b.balance + $2, version = $3, changed_at = {now}",
                stored.StreamId, (long)deposited.Amount, stored.Version);
        }
    }
}

/// <summary>How much was ever deposited, behind the events.</summary>
public sealed class Turnover : TableView
{
    public override string Name => "turnover";

    public override string Columns => "one boolean primary key, total bigint not null, entries bigint not null";

    public override bool IsAsynchronous => true;

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        if (stored.Data is Deposited deposited)
        {
            write.Execute("insert into {table} as t values (true, $1, 1) on conflict (one) do update set total = t.total + $1, entries = t.entries + 1", (long)deposited.Amount);
        }
    }
}
