using Npgsql;

namespace RegenTrack.Web.Auth.Assertions;

/// <summary>The public keys of clients: registered here, or at the client's own address.</summary>
public sealed class ClientKeys(NpgsqlDataSource database, PublishedKeys published, AuthLog log, TimeProvider clock)
{
    public Task<IReadOnlyList<RegisteredKey>> List(string client, CancellationToken ct) =>
        database.Rows("select kid, algorithm, thumbprint, jwk, added_at from auth_client_keys where client = $1 order by added_at, kid", Read, ct, client);

    /// <summary>How many keys each client has registered; clients without any are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Counts(CancellationToken ct) =>
        (await database.Rows("select client, count(*) from auth_client_keys group by client", row => (Client: row.GetString(0), Keys: (int)row.GetInt64(1)), ct)).ToDictionary(one => one.Client, one => one.Keys);

    /// <summary>The key with which a client signs under an id, or null.</summary>
    public async Task<ClientKey?> Find(SystemClient client, string id, CancellationToken ct)
    {
        var registered = await database.Rows("select kid, algorithm, thumbprint, jwk, added_at from auth_client_keys where client = $1 and kid = $2", Read, ct, client.Id, id);
        return registered is [var found] ? found.Key : client.KeysUrl is { } address ? await published.Find(address, id, ct) : null;
    }

    /// <summary>Adds keys beside the old ones, which stay good until they are removed. The ids that are taken by another key; when there are any, nothing is added.</summary>
    public async Task<IReadOnlyList<string>> Add(string client, IReadOnlyList<ClientKey> keys, string by, CancellationToken ct)
    {
        var known = await List(client, ct);
        string[] taken = [.. keys.Where(key => known.Any(one => one.Key.Id == key.Id && one.Key.Thumbprint != key.Thumbprint)).Select(key => key.Id)];
        if (taken.Length > 0)
            return taken;
        foreach (var key in keys)
        {
            var added = await database.Execute(
                "insert into auth_client_keys (client, kid, algorithm, thumbprint, jwk, added_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
                ct, client, key.Id, key.Algorithm, key.Thumbprint, key.Json, clock.GetUtcNow());
            if (added == 1)
                await log.Write(by, $"client-key-added:{key.Thumbprint}", client, null, ct);
        }

        return [];
    }

    /// <summary>Removes a key; tokens of the client are void at once, since nobody knows which of them it signed for.</summary>
    public async Task<bool> Remove(string client, string id, string by, CancellationToken ct)
    {
        var removed = await database.Rows(
            """
            with gone as (delete from auth_client_keys where client = $1 and kid = $2 returning thumbprint),
                 void as (update auth_clients set generation = generation + 1 where id = $1 and exists (select from gone))
            select thumbprint from gone
            """, row => row.GetString(0), ct, client, id);
        if (removed is not [var thumbprint])
            return false;
        await log.Write(by, $"client-key-removed:{thumbprint}", client, null, ct);
        return true;
    }

    private static RegisteredKey Read(NpgsqlDataReader row) =>
        new(new ClientKey(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)), row.GetFieldValue<DateTimeOffset>(4));
}

/// <summary>A key that is registered here, since when.</summary>
public sealed record RegisteredKey(ClientKey Key, DateTimeOffset AddedAt);
