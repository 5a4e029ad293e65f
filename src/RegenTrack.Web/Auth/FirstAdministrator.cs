using Microsoft.AspNetCore.Identity;
using Npgsql;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Auth;

/// <summary>The account that makes all others, on a database that has no administrator yet. Works once.</summary>
public sealed class FirstAdministrator(NpgsqlDataSource database, IPasswordHasher<Account> hasher, AuthLog log, TimeProvider clock)
{
    private const string By = "command-line";

    // Any number that nothing else locks: two who ask at once must not both find the database without an administrator.
    private const long Gate = 0x5245_4741_444D;

    public enum Outcome
    {
        Created,
        ThereIsOne,
        IdTaken,
    }

    public async Task<bool> IsMissing(CancellationToken ct) =>
        (await database.Rows("select 1 from auth_accounts where role = $1 limit 1", row => row.GetInt32(0), ct, Role.Administrator.ToString())).Count == 0;

    /// <summary>Creates it with a password that is to be changed at the first sign-in.</summary>
    public async Task<Outcome> Create(string id, string name, string password, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select pg_advisory_xact_lock($1)") { Parameters = { new() { Value = Gate } } });
        var insert = new NpgsqlBatchCommand(
            """
            insert into auth_accounts (id, name, role, password_hash, must_change, created_at)
            select $1, $2, $3, $4, true, $5
            where not exists (select 1 from auth_accounts where role = $3)
            on conflict do nothing
            """);
        foreach (var value in (object[])[id, name, Role.Administrator.ToString(), hasher.HashPassword(null!, password), clock.GetUtcNow()])
            insert.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(insert);
        await batch.ExecuteNonQueryAsync(ct);
        if (insert.RecordsAffected == 0)
            return await IsMissing(ct) ? Outcome.IdTaken : Outcome.ThereIsOne;
        await log.Write(By, $"account-created:{Role.Administrator}", id, null, ct);
        return Outcome.Created;
    }
}
