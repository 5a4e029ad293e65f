using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace RegenTrack.Web.Auth.Assertions;

/// <summary>Assertions that have been used, until they would have expired anyway. Of two uses on any two instances the unique key lets one in.</summary>
public sealed class SpentAssertions(NpgsqlDataSource database)
{
    /// <summary>Marks an assertion as used; false when it already is.</summary>
    public async Task<bool> Spend(string client, string id, DateTimeOffset until, CancellationToken ct) =>
        await database.Execute(
            "insert into auth_assertions (client, jti, expires_at) values ($1, $2, $3) on conflict do nothing",
            ct, client, SHA256.HashData(Encoding.UTF8.GetBytes(id)), until) == 1;

    /// <summary>Forgets what nobody could use again; how many.</summary>
    public Task<int> Sweep(DateTimeOffset now, CancellationToken ct) => database.Execute("delete from auth_assertions where expires_at < $1", ct, now);
}
