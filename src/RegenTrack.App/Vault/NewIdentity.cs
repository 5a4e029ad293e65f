using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace RegenTrack.App.Vault;

/// <summary>Who somebody is, to be kept in the vault under a reference; replaces what the reference held.</summary>
/// <param name="RetainUntil">Last day of keeping it.</param>
public sealed record NewIdentity(string Reference, string Purpose, DateOnly RetainUntil, JsonElement Identity)
{
    internal NpgsqlBatchCommand Row() => new("""
        insert into identity_vault (reference, purpose, retain_until, identity) values ($1, $2, $3, $4)
        on conflict (reference) do update set purpose = excluded.purpose, retain_until = excluded.retain_until, identity = excluded.identity
        """)
    {
        Parameters =
        {
            new() { Value = Reference },
            new() { Value = Purpose },
            new() { Value = RetainUntil },
            new() { Value = Identity.GetRawText(), NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };
}
