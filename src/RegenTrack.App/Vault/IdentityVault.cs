using System.Text.Json;
using Npgsql;

namespace RegenTrack.App.Vault;

/// <summary>Who people are, outside the events, with the purpose of keeping it and the day until which the law asks for it.</summary>
public sealed class IdentityVault(NpgsqlDataSource database)
{
    public const string Table = """
        create table if not exists identity_vault (
            reference text primary key, purpose text not null, retain_until date not null,
            identity jsonb not null, stored_at timestamptz not null default now());
        """;

    /// <summary>Stores or replaces an identity under a reference that events may carry.</summary>
    public async Task Put(string reference, string purpose, DateOnly retainUntil, JsonElement identity, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NewIdentity(reference, purpose, retainUntil, identity).Row());
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The identity behind a reference, or null when there is none (any more).</summary>
    public async Task<JsonElement?> Get(string reference, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand("select identity from identity_vault where reference = $1");
        select.Parameters.Add(new NpgsqlParameter { Value = reference });
        return await select.ExecuteScalarAsync(cancellation) is string json ? JsonElement.Parse(json) : null;
    }
}
