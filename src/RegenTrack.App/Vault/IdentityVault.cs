using System.Text.Json;
using Npgsql;
using RegenTrack.EventStore.Schema;

namespace RegenTrack.App.Vault;

/// <summary>
/// Who people are, outside the events, with the purpose of keeping it and the day until which the law asks for it. Each reference has a key of its own;
/// erasing destroys that key together with the row, so that copies of the row in old backups say nothing to who has only those (ADR 0012).
/// </summary>
public sealed class IdentityVault(NpgsqlDataSource database, VaultKey key)
{
    internal static readonly IReadOnlyList<Migration> Steps =
    [
        new("app/004-identity-vault", """
            create table if not exists identity_vault (
                reference text primary key, purpose text not null, retain_until date not null,
                identity jsonb not null, stored_at timestamptz not null default now());
            """),
        new("app/005-vault-keys", """
            create table vault_key (reference text primary key, wrapped bytea not null);
            alter table identity_vault alter column identity drop not null;
            alter table identity_vault add column sealed bytea null;
            """),
    ];

    /// <summary>Stores or replaces an identity under a reference that events may carry.</summary>
    public async Task Put(string reference, string purpose, DateOnly retainUntil, JsonElement identity, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        foreach (var row in new NewIdentity(reference, purpose, retainUntil, identity).Rows(key))
        {
            batch.BatchCommands.Add(row);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The identity behind a reference, or null when there is none (any more).</summary>
    public async Task<JsonElement?> Get(string reference, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand("select k.wrapped, v.sealed from identity_vault v join vault_key k using (reference) where reference = $1");
        select.Parameters.Add(new() { Value = reference });
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? JsonElement.Parse(VaultKey.Open(key.Unwrap(reader.GetFieldValue<byte[]>(0), reference), reader.GetFieldValue<byte[]>(1), reference))
            : null;
    }

    /// <summary>The identities behind several references in one round trip; those that there are.</summary>
    public async Task<IReadOnlyDictionary<string, JsonElement>> Get(IReadOnlyCollection<string> references, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand("select reference, k.wrapped, v.sealed from identity_vault v join vault_key k using (reference) where reference = any($1)");
        select.Parameters.Add(new() { Value = references.ToArray() });
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            var reference = reader.GetString(0);
            found[reference] = JsonElement.Parse(VaultKey.Open(key.Unwrap(reader.GetFieldValue<byte[]>(1), reference), reader.GetFieldValue<byte[]>(2), reference));
        }

        return found;
    }

    /// <summary>The day until which an identity must be kept; null when none is held.</summary>
    public static async Task<DateOnly?> RetainedUntil(NpgsqlDataSource database, string reference, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand("select retain_until from identity_vault where reference = $1");
        select.Parameters.Add(new() { Value = reference });
        await using var reader = await select.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? reader.GetFieldValue<DateOnly>(0) : null;
    }

    /// <summary>The statements that destroy an identity and its key.</summary>
    internal static IEnumerable<NpgsqlBatchCommand> Destroy(string reference)
    {
        yield return new("delete from vault_key where reference = $1") { Parameters = { new() { Value = reference } } };
        yield return new("delete from identity_vault where reference = $1") { Parameters = { new() { Value = reference } } };
    }

    /// <summary>Seals what the first release kept in the clear, and has PostgreSQL write the table anew so that no old row remains in its file.</summary>
    internal async Task SealWhatIsOpen(CancellationToken cancellation)
    {
        var open = new List<(string Reference, string Purpose, DateOnly Until, string Identity)>();
        await using (var select = database.CreateCommand("select reference, purpose, retain_until, identity from identity_vault where sealed is null"))
        await using (var reader = await select.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                open.Add((reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2), reader.GetString(3)));
            }
        }

        foreach (var (reference, purpose, until, identity) in open)
        {
            await Put(reference, purpose, until, JsonElement.Parse(identity), cancellation);
        }

        if (open.Count > 0)
        {
            await using var rewrite = database.CreateCommand("vacuum full identity_vault");
            await rewrite.ExecuteNonQueryAsync(cancellation);
        }
    }
}
