using Npgsql;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Pages.Shared;

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

    /// <summary>The latest 100 entries about an account or client, latest first.</summary>
    public Task<IReadOnlyList<AuthLogEntry>> About(string subject, CancellationToken ct) =>
        database.Rows(
            "select at, actor, action, source from auth_log where subject = $1 order by position desc limit 100",
            row => new AuthLogEntry(row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)), ct, subject);
}

/// <summary>One entry of the log of accounts and clients.</summary>
public sealed record AuthLogEntry(DateTimeOffset At, string Actor, string Action, string? Source)
{
    /// <summary>The action in words.</summary>
    public Bilingual Words => Action.Split(':') switch
    {
        ["signed-in", ..] => new("로그인", "Signed in"),
        ["sign-in-failed", ..] => new("로그인 실패(비밀번호 오류)", "Sign-in failed (wrong password)"),
        ["sign-in-locked", ..] => new("로그인 거부(잠긴 계정)", "Sign-in refused (locked)"),
        ["account-created", var role, ..] when Enum.TryParse<Role>(role, out var granted) =>
            new($"계정 생성, 역할 {granted.Name().Korean}", $"Account created, role {granted.Name().English}"),
        ["account-locked", ..] => new("계정 잠금", "Account locked"),
        ["account-unlocked", ..] => new("잠금 해제", "Account unlocked"),
        ["password-set", ..] => new("비밀번호 설정", "Password set"),
        ["client-created", ..] => new("자격 등록", "Client registered"),
        ["client-scopes-set", ..] => new("접근 범위 변경", "Scopes changed"),
        ["client-secret-rotated", ..] => new("새 비밀값", "New secret"),
        ["client-secret-removed", ..] => new("비밀값 폐기", "Secret removed"),
        ["client-key-added", var key, ..] => new($"공개키 추가({key})", $"Public key added ({key})"),
        ["client-key-removed", var key, ..] => new($"공개키 폐기({key})", $"Public key removed ({key})"),
        ["client-keys-url-set", ..] => new("공개키 주소 변경", "Address of the keys changed"),
        ["client-revoked", ..] => new("자격 회수", "Client revoked"),
        ["token-issued", ..] => new("접근 토큰 발급", "Access token issued"),
        ["assertion-refused", ..] => new("토큰 거부(서명된 요청 오류)", "Token refused (signed assertion)"),
        _ => new(Action, Action),
    };
}
