using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Web.Auth;

/// <summary>The system clients. A secret is shown once, when it is made; only its hash is kept.</summary>
public sealed class ClientStore(NpgsqlDataSource database, AuthLog log, TimeProvider clock)
{
    private const string Columns = "id, name, institution, generation, created_at, revoked_at, scopes, keys_url, secret_hash is not null";

    public Task<IReadOnlyList<SystemClient>> List(CancellationToken ct) =>
        database.Rows($"select {Columns} from auth_clients order by id", Read, ct);

    // Callers bring ids that strangers wrote, and PostgreSQL takes no zero byte in a text.
    public async Task<SystemClient?> Find(string id, CancellationToken ct) => id.Contains('\0', StringComparison.Ordinal)
        ? null : (await database.Rows($"select {Columns} from auth_clients where id = $1", Read, ct, id)).SingleOrDefault();

    /// <summary>Registers a client that signs with keys of its own; false when the id is taken.</summary>
    public async Task<bool> Register(string id, string name, string institution, GrantedScopes ceiling, Uri? keysUrl, string by, CancellationToken ct) =>
        await Insert(id, name, institution, ceiling.ToString(), keysUrl, null, by, ct);

    /// <summary>Creates a client with a shared secret, the older way, and returns the secret; null when the id is taken.</summary>
    public Task<string?> Create(string id, string name, string institution, string by, CancellationToken ct) =>
        Create(id, name, institution, GrantedScopes.Parse(SystemClient.Everything), by, ct);

    public async Task<string?> Create(string id, string name, string institution, GrantedScopes ceiling, string by, CancellationToken ct)
    {
        var secret = NewSecret();
        return await Insert(id, name, institution, ceiling.ToString(), null, HashOf(secret), by, ct) ? secret : null;
    }

    /// <summary>A new secret; the old one and every token of the client are void at once. Null when there is no such client.</summary>
    public async Task<string?> Rotate(string id, string by, CancellationToken ct)
    {
        var secret = NewSecret();
        return await Change(id, "secret_hash = $2, generation = generation + 1", HashOf(secret), "client-secret-rotated", by, ct) ? secret : null;
    }

    /// <summary>From now on the client signs with its keys only; tokens made with the secret are void.</summary>
    public Task<bool> RemoveSecret(string id, string by, CancellationToken ct) =>
        Change(id, "secret_hash = $2, generation = generation + 1", null, "client-secret-removed", by, ct);

    /// <summary>The most that the client's tokens may allow; those that it has are void.</summary>
    public Task<bool> SetCeiling(string id, GrantedScopes ceiling, string by, CancellationToken ct) =>
        Change(id, "scopes = $2, generation = generation + 1", ceiling.ToString(), $"client-scopes-set:{ceiling}", by, ct);

    /// <summary>Where the client's keys are fetched from now on, or null for nowhere; tokens that it has are void.</summary>
    public Task<bool> SetKeysUrl(string id, Uri? address, string by, CancellationToken ct) =>
        Change(id, "keys_url = $2, generation = generation + 1", address?.ToString(), "client-keys-url-set", by, ct);

    public Task<bool> Revoke(string id, string by, CancellationToken ct) => Change(id, "revoked_at = $2", clock.GetUtcNow(), "client-revoked", by, ct);

    /// <summary>The client whose id and secret these are, unless revoked.</summary>
    public async Task<SystemClient?> Check(string id, string secret, CancellationToken ct)
    {
        if (id.Contains('\0', StringComparison.Ordinal))
            return null;
        var found = (await database.Rows(
            $"select {Columns}, secret_hash from auth_clients where id = $1 and revoked_at is null and secret_hash is not null",
            row => (Client: Read(row), Hash: row.GetFieldValue<byte[]>(9)), ct, id)).SingleOrDefault();
        return found.Client is not null && CryptographicOperations.FixedTimeEquals(found.Hash, HashOf(secret)) ? found.Client : null;
    }

    private async Task<bool> Insert(string id, string name, string institution, string scopes, Uri? keysUrl, byte[]? hash, string by, CancellationToken ct)
    {
        var created = await database.Execute(
            "insert into auth_clients (id, name, institution, scopes, keys_url, secret_hash, created_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
            ct, id, name, institution, scopes, keysUrl?.ToString(), hash, clock.GetUtcNow());
        if (created == 1)
            await log.Write(by, $"client-created:{institution}", id, null, ct);
        return created == 1;
    }

    private async Task<bool> Change(string id, string assignments, object? value, string action, string by, CancellationToken ct)
    {
        if (await database.Execute($"update auth_clients set {assignments} where id = $1 and revoked_at is null", ct, id, value) == 0)
            return false;
        await log.Write(by, action, id, null, ct);
        return true;
    }

    // A secret has 256 random bits, so that one round of SHA-256 protects it as well as a slow hash would.
    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static SystemClient Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetInt32(3),
        row.GetFieldValue<DateTimeOffset>(4),
        row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5),
        row.GetString(6),
        row.IsDBNull(7) ? null : new Uri(row.GetString(7)),
        row.GetBoolean(8));
}
