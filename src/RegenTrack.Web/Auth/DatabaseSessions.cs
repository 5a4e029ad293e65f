using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Npgsql;

namespace RegenTrack.Web.Auth;

/// <summary>Sessions live in the database, so that any instance serves them, a lock ends them at once, and signing out is final.</summary>
public sealed class DatabaseSessions(NpgsqlDataSource database, TimeProvider clock) : ITicketStore
{
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Guid.NewGuid().ToString("N");
        await database.Execute("delete from auth_sessions where expires_at < $1", default, clock.GetUtcNow());
        await database.Execute(
            "insert into auth_sessions (key, account, ticket, expires_at) values ($1, $2, $3, $4)",
            default, key, AccountOf(ticket), TicketSerializer.Default.Serialize(ticket), ExpiryOf(ticket));
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => database.Execute(
        "update auth_sessions set account = $2, ticket = $3, expires_at = $4 where key = $1",
        default, key, AccountOf(ticket), TicketSerializer.Default.Serialize(ticket), ExpiryOf(ticket));

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var tickets = await database.Rows(
            """
            select s.ticket from auth_sessions s join auth_accounts a on a.id = s.account
            where s.key = $1 and s.expires_at > $2 and not a.locked
            """,
            row => row.GetFieldValue<byte[]>(0), default, key, clock.GetUtcNow());
        return tickets is [var ticket] ? TicketSerializer.Default.Deserialize(ticket) : null;
    }

    public Task RemoveAsync(string key) => database.Execute("delete from auth_sessions where key = $1", default, key);

    private static string? AccountOf(AuthenticationTicket ticket) => ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier);

    private DateTimeOffset ExpiryOf(AuthenticationTicket ticket) => (ticket.Properties.ExpiresUtc ?? clock.GetUtcNow()).ToUniversalTime();
}
