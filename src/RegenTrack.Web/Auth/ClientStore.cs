using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace RegenTrack.Web.Auth;

/// <summary>The system clients. A secret is shown once, when it is made; only its hash is kept.</summary>
public sealed class ClientStore(NpgsqlDataSource database, AuthLog log, TimeProvider clock)
{
    private const string Columns = "id, name, institution, generation, created_at, revoked_at";

    public Task<IReadOnlyList<SystemClient>> List(CancellationToken ct) =>
        database.Rows($"select {Columns} from auth_clients order by id", Read, ct);

    public async Task<SystemClient?> Find(string id, CancellationToken ct) =>
        (await database.Rows($"select {Columns} from auth_clients where id = $1", Read, ct, id)).SingleOrDefault();

    /// <summary>Creates the client and returns its secret; null when the id is taken.</summary>
    public async Task<string?> Create(string id, string name, string institution, string by, CancellationToken ct)
    {
        var secret = NewSecret();
        var created = await database.Execute(
            "insert into auth_clients (id, name, institution, secret_hash, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing",
            ct, id, name, institution, HashOf(secret), clock.GetUtcNow());
        if (created == 0)
            return null;
        await log.Write(by, $"client-created:{institution}", id, null, ct);
        return secret;
    }

    /// <summary>A new secret; the old one and every token made with it are void at once. Null when there is no such client.</summary>
    public async Task<string?> Rotate(string id, string by, CancellationToken ct)
    {
        var secret = NewSecret();
        var rotated = await database.Execute(
            "update auth_clients set secret_hash = $2, generation = generation + 1 where id = $1 and revoked_at is null", ct, id, HashOf(secret));
        if (rotated == 0)
            return null;
        await log.Write(by, "client-secret-rotated", id, null, ct);
        return secret;
    }

    public async Task<bool> Revoke(string id, string by, CancellationToken ct)
    {
        if (await database.Execute("update auth_clients set revoked_at = $2 where id = $1 and revoked_at is null", ct, id, clock.GetUtcNow()) == 0)
            return false;
        await log.Write(by, "client-revoked", id, null, ct);
        return true;
    }

    /// <summary>The client whose id and secret these are, unless revoked.</summary>
    public async Task<SystemClient?> Check(string id, string secret, CancellationToken ct)
    {
        var found = (await database.Rows(
            $"select {Columns}, secret_hash from auth_clients where id = $1 and revoked_at is null",
            row => (Client: Read(row), Hash: row.GetFieldValue<byte[]>(6)), ct, id)).SingleOrDefault();
        return found.Client is not null && CryptographicOperations.FixedTimeEquals(found.Hash, HashOf(secret)) ? found.Client : null;
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
        row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5));
}
