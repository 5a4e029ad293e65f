using System.Text.Json;
using Npgsql;
using RegenTrack.App.Pipeline;

namespace RegenTrack.App.Vault;

/// <summary>Who somebody is, to be kept in the vault under a reference; replaces what the reference held.</summary>
/// <param name="RetainUntil">Last day of keeping it.</param>
public sealed record NewIdentity(string Reference, string Purpose, DateOnly RetainUntil, JsonElement Identity)
{
    /// <summary>The statements that keep it, sealed under a key of its own.</summary>
    internal IEnumerable<NpgsqlBatchCommand> Rows(VaultKey key)
    {
        var (plain, wrapped) = key.NewKey(Reference);
        yield return new("insert into vault_key (reference, wrapped) values ($1, $2) on conflict (reference) do update set wrapped = excluded.wrapped")
        {
            Parameters = { new() { Value = Reference }, new() { Value = wrapped } },
        };
        yield return new("""
            insert into identity_vault (reference, purpose, retain_until, sealed) values ($1, $2, $3, $4)
            on conflict (reference) do update set purpose = excluded.purpose, retain_until = excluded.retain_until, sealed = excluded.sealed, identity = null
            """)
        {
            Parameters =
            {
                new() { Value = Reference },
                new() { Value = Purpose },
                new() { Value = RetainUntil },
                new() { Value = VaultKey.Seal(plain, JsonSerializer.SerializeToUtf8Bytes(Identity, EventJson.Options), Reference) },
            },
        };
    }
}
