using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Npgsql;

namespace RegenTrack.Web.Auth;

/// <summary>Checks an account's password. Unknown, locked and wrong all answer null, after the same work.</summary>
public sealed class PasswordDoor(NpgsqlDataSource database, IPasswordHasher<Account> hasher, AuthLog log, IOptions<AuthOptions> options, TimeProvider clock)
{
    private static readonly string Nobody = new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString());

    public async Task<Account?> Open(string id, string password, string? source, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = (await database.Rows(
            "select id, name, role, locked, locked_until, must_change, created_at, signed_in_at, password_hash from auth_accounts where id = $1",
            row => (Account: AccountStore.Read(row), Hash: row.GetString(8)), ct, id)).SingleOrDefault();
        var verdict = hasher.VerifyHashedPassword(null!, found.Hash ?? Nobody, password);
        // What was typed for an account that does not exist may be a password that slipped into the wrong field: it is not logged.
        var (refused, known) = found.Account is null ? ("sign-in-failed", "")
            : found.Account.IsLockedAt(now) ? ("sign-in-locked", id)
            : verdict == PasswordVerificationResult.Failed ? ("sign-in-failed", id)
            : (null, id);
        if (refused is not null)
        {
            // The same statement for nobody's account, where there is none or a lock stands: an answer that took less time would tell which of them it was.
            await CountFailure(refused == "sign-in-locked" ? "" : known, now, ct);
            await log.Write(known, refused, known, source, ct);
            return null;
        }

        await database.Execute("update auth_accounts set failures = 0, locked_until = null, signed_in_at = $2 where id = $1", ct, id, now);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
            await database.Execute("update auth_accounts set password_hash = $2 where id = $1", ct, id, hasher.HashPassword(null!, password));
        await log.Write(id, "signed-in", id, source, ct);
        return found.Account;
    }

    // One statement, so that parallel guesses on several instances are all counted.
    private Task<int> CountFailure(string id, DateTimeOffset now, CancellationToken ct) => database.Execute(
        """
        update auth_accounts set
            failures = case when failures + 1 >= $2 then 0 else failures + 1 end,
            locked_until = case when failures + 1 >= $2 then $3 else locked_until end
        where id = $1
        """,
        ct, id, options.Value.FailuresBeforeLock, now.AddMinutes(options.Value.LockMinutes));
}
