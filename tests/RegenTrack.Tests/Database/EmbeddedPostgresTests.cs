using System.Diagnostics;
using System.Globalization;
using Npgsql;
using static RegenTrack.Tests.Database.TemporaryHome;

namespace RegenTrack.Tests.Database;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TemporaryHome home = new();

    [Fact]
    public async Task a_second_start_keeps_the_data()
    {
        await using (var first = await home.Start())
        {
            await Keep(first);
            Assert.StartsWith("PostgreSQL 18.", await Ask<string>(first, "select version()"), StringComparison.Ordinal);
        }

        Assert.False(File.Exists(home.LockFile));
        await using var second = await home.Start();
        await ShouldBeKept(second);
    }

    [Fact]
    public async Task the_database_is_utf8_and_compares_the_same_on_every_machine()
    {
        await using var server = await home.Start();
        var locale = await Ask<string>(server, "select pg_encoding_to_char(encoding) || ' ' || datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()");
        Assert.Equal("UTF8 b C.UTF-8", locale);
    }

    [Fact]
    public async Task the_password_is_needed_and_readable_by_the_owner_only()
    {
        await using var server = await home.Start();
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "wrong", Pooling = false };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(home.Root, "password")));
    }

    [Fact]
    public async Task the_program_is_no_superuser_of_its_database()
    {
        await using var server = await home.Start();
        Assert.Equal("regentrack off", await Ask<string>(server, "select current_user || ' ' || current_setting('is_superuser')"));
    }

    [Fact]
    public async Task a_second_process_on_the_same_home_attaches_and_leaves_the_server_running()
    {
        await using var owner = await home.Start();
        await Keep(owner);
        await using (var guest = await home.Start())
        {
            Assert.True(guest.IsShared);
            await ShouldBeKept(guest);
        }

        Assert.False(owner.IsShared);
        await ShouldBeKept(owner);
    }

    [Fact]
    public async Task a_lock_file_that_names_another_living_process_is_stale()
    {
        await using (var first = await home.Start())
            await Keep(first);
        await File.WriteAllTextAsync(home.LockFile, $"{Environment.ProcessId}\n{home.Data}\n1\n5432\n\n\n\nready\n", TestContext.Current.CancellationToken);
        await using var second = await home.Start();
        Assert.Contains(home.Told, text => text.Contains("did not end cleanly", StringComparison.Ordinal));
        await ShouldBeKept(second);
    }

    [Fact]
    public async Task a_killed_server_is_reported_and_recovers_at_the_next_start()
    {
        await using (var first = await home.Start())
        {
            await Keep(first);
            using var server = Process.GetProcessById(int.Parse((await File.ReadAllLinesAsync(home.LockFile, TestContext.Current.CancellationToken))[0], CultureInfo.InvariantCulture));
            server.Kill();
            var died = await first.Died.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            Assert.Equal("postgres-stopped", died.Code);
        }

        Assert.True(File.Exists(home.LockFile));
        await using var second = await home.Start();
        Assert.Contains(home.Told, text => text.Contains("recovers", StringComparison.Ordinal));
        await ShouldBeKept(second);
    }

    public void Dispose() => home.Dispose();
}
