using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Database;

/// <summary>The files of the database: made once, checked at every start, never changed by a failing start.</summary>
internal static class DataDirectory
{
    private const long NeededForNew = 80L << 20;

    public static async Task Prepare(
        PostgresHome home, ServerAccount account, PostgresBinaries binaries, bool durable, Action<Bilingual> progress, CancellationToken cancellation)
    {
        var version = Path.Combine(home.Data, "PG_VERSION");
        if (File.Exists(version))
        {
            var found = (await File.ReadAllTextAsync(version, cancellation)).Trim();
            if (found != PostgresBinaries.Major)
                throw DatabaseException.OtherVersion(home.Data, found, PostgresBinaries.Major);
            return;
        }

        if (Directory.Exists(home.Data) && Directory.EnumerateFileSystemEntries(home.Data).Any())
            throw DatabaseException.NotADatabase(home.Data);
        if (FullDisk.Free(home.Root) < NeededForNew)
            throw DatabaseException.DiskFull(home.Root);
        progress(new("데이터베이스를 만드는 중입니다(처음 한 번).", "Creating the database (first start only)."));
        await Create(home, account, binaries, durable, cancellation);
    }

    // Made beside its final place and renamed, so that a start that is interrupted here leaves nothing half-made.
    private static async Task Create(PostgresHome home, ServerAccount account, PostgresBinaries binaries, bool durable, CancellationToken cancellation)
    {
        var half = home.Data + ".new";
        var secret = Path.Combine(home.Server, "initdb.secret");
        if (Directory.Exists(half))
            Directory.Delete(half, recursive: true);
        File.Copy(home.PasswordFile, secret, overwrite: true);
        try
        {
            await account.Give(home.Server);
            string[] command =
            [
                binaries.Program("initdb"), "-D", half, "-U", "postgres", "-A", "scram-sha-256", $"--pwfile={secret}", "-E", "UTF8",
                "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions", .. durable ? [] : new[] { "--no-sync" },
            ];
            var (code, said) = await Run.ToEnd(account.Command(command), cancellation);
            if (code != 0)
                throw FullDisk.Explains(said, home.Root) ? DatabaseException.DiskFull(home.Root) : DatabaseException.Stopped("initdb", said);
        }
        finally
        {
            File.Delete(secret);
        }

        if (Directory.Exists(home.Data))
            Directory.Delete(home.Data);
        Directory.Move(half, home.Data);
    }
}
