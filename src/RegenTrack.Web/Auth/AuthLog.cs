using Npgsql;

namespace RegenTrack.Web.Auth;

/// <summary>Who signed in from where, and who gave or took which right. Only ever appended to.</summary>
public sealed class AuthLog(NpgsqlDataSource database, TimeProvider clock)
{
    /// <param name="actor">Account or client that acts.</param>
    /// <param name="action">Kebab-case verb, with what was granted after a colon.</param>
    /// <param name="subject">Account or client acted upon.</param>
    /// <param name="source">Network address, when a request caused it.</param>
    public Task Write(string actor, string action, string subject, string? source, CancellationToken ct) =>
        database.Execute(
            "insert into auth_log (at, actor, action, subject, source) values ($1, $2, $3, $4, $5)",
            ct, clock.GetUtcNow(), actor, action, subject, source);
}
