using System.Diagnostics;
using System.Runtime.Versioning;
using Npgsql;
using RegenTrack.Web.Database;
using static RegenTrack.Tests.Database.TemporaryHome;

namespace RegenTrack.Tests.Database;

public sealed class EmbeddedPostgresTroubleTests : IDisposable
{
    private readonly TemporaryHome home = new();

    [Fact]
    public async Task data_of_another_major_version_are_named_and_left_alone()
    {
        var version = Path.Combine(home.Data, "PG_VERSION");
        Directory.CreateDirectory(home.Data);
        await File.WriteAllTextAsync(version, "17\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(home.Root, "password"), "kept", TestContext.Current.CancellationToken);
        var trouble = await Assert.ThrowsAsync<DatabaseException>(() => home.Start());
        Assert.Equal("postgres-other-version", trouble.Code);
        Assert.Contains("PostgreSQL 17", trouble.Text.Korean, StringComparison.Ordinal);
        Assert.Contains("PostgreSQL 17", trouble.Text.English, StringComparison.Ordinal);
        Assert.Equal([version], Directory.GetFiles(home.Data));
    }

    [Fact]
    public async Task files_that_are_no_database_are_left_alone()
    {
        Directory.CreateDirectory(home.Data);
        await File.WriteAllTextAsync(Path.Combine(home.Data, "thesis.txt"), "mine", TestContext.Current.CancellationToken);
        var trouble = await Assert.ThrowsAsync<DatabaseException>(() => home.Start());
        Assert.Equal("not-a-database", trouble.Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(home.Data, "thesis.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task a_lost_password_file_is_not_replaced_silently()
    {
        await using (await home.Start())
            File.Delete(Path.Combine(home.Root, "password"));
        var trouble = await Assert.ThrowsAsync<DatabaseException>(() => home.Start());
        Assert.Equal("database-password-lost", trouble.Code);
    }

    [Fact]
    public async Task a_full_disk_is_named_and_loses_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Needs root on Linux to mount a small disk.");
        var disk = Path.Combine(home.Root, "disk");
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(await Succeeds("mount", "-t", "tmpfs", "-o", "size=110m,mode=755", "tmpfs", disk), "Mounting is not allowed here.");
        try
        {
            var filler = Path.Combine(disk, "filler");
            await using (var first = await home.Start(disk))
            {
                await Keep(first);
                await Fill(filler);
                var refused = await Assert.ThrowsAnyAsync<NpgsqlException>(() => Ask<object>(first, "create table more as select repeat('x', 1000) from generate_series(1, 20000)"));
                Assert.NotNull(refused);
            }

            await Fill(filler);
            var trouble = await Assert.ThrowsAsync<DatabaseException>(() => home.Start(disk));
            Assert.Equal("disk-full", trouble.Code);
            File.Delete(filler);
            await using var second = await home.Start(disk);
            await ShouldBeKept(second);
        }
        finally
        {
            await Succeeds("umount", disk);
        }
    }

    [Fact]
    public async Task a_disk_too_small_for_a_new_database_is_named_before_anything_is_made()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Needs root on Linux to mount a small disk.");
        var disk = Path.Combine(home.Root, "disk");
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(await Succeeds("mount", "-t", "tmpfs", "-o", "size=8m,mode=755", "tmpfs", disk), "Mounting is not allowed here.");
        try
        {
            var trouble = await Assert.ThrowsAsync<DatabaseException>(() => home.Start(disk));
            Assert.Equal("disk-full", trouble.Code);
            Assert.False(Directory.Exists(Path.Combine(disk, "postgresql", "data")));
        }
        finally
        {
            await Succeeds("umount", disk);
        }
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task root_becomes_somebody_else_even_under_a_folder_closed_to_others()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Needs root on Linux.");
        Assert.False((File.GetUnixFileMode(home.Root) & UnixFileMode.OtherExecute) != 0);
        var inner = Path.Combine(home.Root, "closed", "home");
        Directory.CreateDirectory(inner);
        File.SetUnixFileMode(Path.GetDirectoryName(inner)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using var server = await home.Start(inner);
        var pid = (await File.ReadAllLinesAsync(Path.Combine(inner, "postgresql", "data", "postmaster.pid"), TestContext.Current.CancellationToken))[0];
        var status = await File.ReadAllLinesAsync($"/proc/{pid}/status", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(status, line => line.StartsWith("Uid:\t0", StringComparison.Ordinal));
    }

    public void Dispose() => home.Dispose();

    private static async Task Fill(string file)
    {
        await using var stream = new FileStream(file, FileMode.Append);
        try
        {
            for (var block = new byte[4096]; ;)
            {
                stream.Write(block);
                stream.Flush();
            }
        }
        catch (IOException)
        {
            // Full is what was wanted.
        }
    }

    private static async Task<bool> Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0;
    }
}
