using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Database;

/// <summary>The database cannot serve, for a reason a person can act on. Nothing stored was changed or lost.</summary>
/// <param name="code">Stable kebab-case code.</param>
/// <param name="exitCode">Exit code of the program, one for each code.</param>
/// <param name="message">What happened and what to do.</param>
public sealed class DatabaseException(string code, int exitCode, Bilingual message, Exception? cause = null)
    : Exception($"{message.Korean}\n{message.English}", cause)
{
    public string Code { get; } = code;

    public int ExitCode { get; } = exitCode;

    public Bilingual Text { get; } = message;

    internal static DatabaseException BinariesMissing(string platform) => new("postgres-binaries-missing", 71, new(
        $"내장 PostgreSQL({platform})을 찾을 수 없습니다. 저장소 루트에서 `npm ci`를 실행하거나 ConnectionStrings__RegenTrack으로 기존 서버를 지정하십시오.",
        $"The embedded PostgreSQL ({platform}) was not found. Run `npm ci` in the repository root, or name an existing server in ConnectionStrings__RegenTrack."));

    internal static DatabaseException OtherVersion(string data, string found, string expected) => new("postgres-other-version", 72, new(
        $"{data} 는 PostgreSQL {found}의 데이터이며, 이 프로그램은 PostgreSQL {expected}을 사용합니다. 아무것도 변경하지 않았습니다. PostgreSQL {found}(으)로 덤프하여 옮기거나 REGENTRACK_HOME을 다른 위치로 지정하십시오.",
        $"{data} holds data of PostgreSQL {found}, and this program runs PostgreSQL {expected}. Nothing was changed. Dump it with PostgreSQL {found} and restore it, or set REGENTRACK_HOME to another place."));

    internal static DatabaseException DiskFull(string place, Exception? cause = null) => new("disk-full", 73, new(
        $"{place} 의 디스크 공간이 부족합니다. 저장된 데이터는 그대로 있습니다. 공간을 확보한 뒤 다시 시작하십시오.",
        $"The disk that holds {place} is full. What was stored is still there. Free some space and start again."), cause);

    internal static DatabaseException NoAccount() => new("no-unprivileged-account", 74, new(
        "PostgreSQL은 root로 실행되지 않으며, 사용할 수 있는 일반 계정(postgres, nobody)이나 setpriv/runuser가 없습니다. 일반 사용자로 실행하거나 ConnectionStrings__RegenTrack을 지정하십시오.",
        "PostgreSQL refuses to run as root, and there is no unprivileged account (postgres, nobody) with setpriv or runuser to become it. Run as an ordinary user, or set ConnectionStrings__RegenTrack."));

    internal static DatabaseException HomeUnreachable(string home, string account) => new("home-unreachable", 75, new(
        $"계정 {account} 이(가) {home} 에 접근할 수 없습니다. REGENTRACK_HOME을 접근 가능한 위치로 지정하십시오.",
        $"The account {account} cannot reach {home}. Set REGENTRACK_HOME to a place it can reach."));

    internal static DatabaseException InUse(string home) => new("home-in-use", 76, new(
        $"다른 RegenTrack이 {home} 을(를) 사용 중이며 그 데이터베이스에 연결할 수 없습니다. 그 프로그램을 종료하거나 다른 REGENTRACK_HOME을 지정하십시오.",
        $"Another RegenTrack uses {home}, and its database does not answer. Stop that one, or set another REGENTRACK_HOME."));

    internal static DatabaseException HomeForbidden(string home, Exception cause) => new("home-forbidden", 77, new(
        $"{home} 에 쓸 수 없습니다. 다른 사용자의 소유일 수 있습니다. 그 사용자로 실행하거나 다른 REGENTRACK_HOME을 지정하십시오.",
        $"{home} cannot be written; it may belong to another user. Run as that user, or set another REGENTRACK_HOME."), cause);

    internal static DatabaseException NotADatabase(string data) => new("not-a-database", 78, new(
        $"{data} 에 PostgreSQL 데이터가 아닌 파일이 있습니다. 아무것도 변경하지 않았습니다. 옮기거나 다른 REGENTRACK_HOME을 지정하십시오.",
        $"{data} holds files that are not a PostgreSQL database. Nothing was changed. Move them away, or set another REGENTRACK_HOME."));

    internal static DatabaseException PasswordLost(string file) => new("database-password-lost", 79, new(
        $"데이터는 있으나 비밀번호 파일 {file} 이 없습니다. 백업에서 되돌려 놓으십시오.",
        $"The data are there, but the password file {file} is gone. Put it back from a backup."));

    internal static DatabaseException Stopped(string log, string tail) => new("postgres-stopped", 80, new(
        $"PostgreSQL이 멈추었습니다. 확정된 데이터는 다음 시작 때 복구됩니다. 기록: {log}\n{tail}",
        $"PostgreSQL stopped. Committed data are recovered at the next start. Its log: {log}\n{tail}"));
}
