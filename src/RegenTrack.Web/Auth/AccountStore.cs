using Microsoft.AspNetCore.Identity;
using Npgsql;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Auth;

/// <summary>The accounts of people. Every change of an account or its rights is logged with who made it.</summary>
public sealed class AccountStore(NpgsqlDataSource database, IPasswordHasher<Account> hasher, AuthLog log, TimeProvider clock)
{
    private const string Columns = "id, name, role, locked, locked_until, must_change, created_at, signed_in_at";

    public Task<IReadOnlyList<Account>> List(CancellationToken ct) =>
        database.Rows($"select {Columns} from auth_accounts order by id", Read, ct);

    public async Task<Account?> Find(string id, CancellationToken ct) =>
        (await database.Rows($"select {Columns} from auth_accounts where id = $1", Read, ct, id)).SingleOrDefault();

    /// <summary>Creates the account; false when the id is taken.</summary>
    public async Task<bool> Create(string id, string name, Role role, string password, bool mustChange, string by, CancellationToken ct)
    {
        var created = await database.Execute(
            "insert into auth_accounts (id, name, role, password_hash, must_change, created_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
            ct, id, name, role.ToString(), hasher.HashPassword(null!, password), mustChange, clock.GetUtcNow());
        if (created == 1)
            await log.Write(by, $"account-created:{role}", id, null, ct);
        return created == 1;
    }

    /// <summary>Sets a password, lifts a lock that wrong passwords caused, and ends every open session of the account.</summary>
    public async Task<bool> SetPassword(string id, string password, bool mustChange, string by, CancellationToken ct)
    {
        var changed = await database.Execute(
            "update auth_accounts set password_hash = $2, must_change = $3, failures = 0, locked_until = null where id = $1",
            ct, id, hasher.HashPassword(null!, password), mustChange);
        return changed == 1 && await EndSessions(id, "password-set", by, ct);
    }

    public async Task<bool> Lock(string id, string by, CancellationToken ct) =>
        await database.Execute("update auth_accounts set locked = true where id = $1", ct, id) == 1
        && await EndSessions(id, "account-locked", by, ct);

    public async Task<bool> Unlock(string id, string by, CancellationToken ct)
    {
        if (await database.Execute("update auth_accounts set locked = false, locked_until = null, failures = 0 where id = $1", ct, id) == 0)
            return false;
        await log.Write(by, "account-unlocked", id, null, ct);
        return true;
    }

    private async Task<bool> EndSessions(string id, string action, string by, CancellationToken ct)
    {
        await database.Execute("delete from auth_sessions where account = $1", ct, id);
        await log.Write(by, action, id, null, ct);
        return true;
    }

    internal static Account Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        Enum.Parse<Role>(row.GetString(2)),
        row.GetBoolean(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4),
        row.GetBoolean(5),
        row.GetFieldValue<DateTimeOffset>(6),
        row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7));
}
