using Npgsql;
using RegenTrack.EventStore.Log;
using RegenTrack.EventStore.Schema;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.EventStore.Views;
using RegenTrack.Web.Database;

namespace RegenTrack.EventStore.Tests.Faults;

/// <summary>The restore of docs/operations/backup.md, step by step.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task a_backup_and_its_write_ahead_log_restore_the_register_as_it_was_at_a_moment()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The archive command is a shell's.");
        var root = Directory.CreateTempSubdirectory("regentrack-restore-").FullName;
        Open(root);
        try
        {
            var (home, restored, archive) = (Path.Combine(root, "home"), Path.Combine(root, "restored"), Directory.CreateDirectory(Path.Combine(root, "archive")).FullName);
            Open(archive);
            using var key = LogKey.Create();
            TreeHead head;
            string moment;
            await using (var server = await EmbeddedPostgres.Start(home, null, Bank.Now, new Dictionary<string, string>
            {
                ["archive_mode"] = "on",
                ["archive_command"] = $"test ! -f {archive}/%f && cp %p {archive}/%f",
            }))
            {
                await using var database = NpgsqlDataSource.Create(server.ConnectionString);
                await Migrations.Apply(database, Migrations.Store, Bank.Now);
                await using var bank = await Bank.On(server.ConnectionString);
                await bank.Deposit("a", 1, 2);
                await Backup(home, restored);
                await bank.Deposit("a", 3);
                await bank.Deposit("b", 4);
                head = await Sealed(bank, key);
                moment = (await bank.Rows("select (clock_timestamp() at time zone 'UTC')::text"))[0];
                await Task.Delay(50, Bank.Now);
                await bank.Deposit("a", 999);
                await Superuser(home, "select pg_switch_wal()");
                NpgsqlConnection.ClearAllPools();
            }

            File.Copy(Path.Combine(home, "password"), Path.Combine(restored, "password"));
            await File.WriteAllTextAsync(Path.Combine(restored, "postgresql", "data", "recovery.signal"), "", Bank.Now);
            await using (var server = await EmbeddedPostgres.Start(restored, null, Bank.Now, new Dictionary<string, string>
            {
                ["restore_command"] = $"cp {archive}/%f %p",
                ["recovery_target_time"] = $"{moment}+00",
                ["recovery_target_action"] = "promote",
            }))
            {
                await using var bank = await Bank.On(server.ConnectionString);
                // It answers reads a little before it has become the primary.
                await Bank.Until(async () => (await bank.Rows("select pg_is_in_recovery()")) is ["False"]);
                Assert.Equal((new Account(null, 6, 3), 3L), await bank.Store.Reader.State(bank.Accounts, "a", Bank.Now));
                Assert.Equal(["4"], await bank.Rows("select max(seq_id) from mt_events"));
                Assert.Null((await LogVerification.Run(bank.Store, [key], [head], null, Bank.Now)).Damage);
                var grown = await bank.Rows("select account, balance, version, changed_at from balances order by account");
                await ViewRebuild.Run(bank.Store, bank.Store.Views[0], null, Bank.Now);
                Assert.Equal(grown, await bank.Rows("select account, balance, version, changed_at from balances order by account"));
                Assert.Null(await bank.Deposit("a", 5));
                NpgsqlConnection.ClearAllPools();
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<TreeHead> Sealed(Bank bank, LogKey key)
    {
        using var stop = new CancellationTokenSource();
        var run = new SubscriptionHost(bank.Store, [new LogSealer(bank.Store, key, TimeProvider.System, TimeSpan.Zero)], new SubscriptionOptions()).Run(_ => { }, stop.Token);
        Assert.True(await CatchUp.With(bank.Store, "log", TimeSpan.FromSeconds(30), Bank.Now));
        await stop.CancelAsync();
        await run;
        return (await TreeHead.Newest(bank.Store.Database, Bank.Now))!;
    }

    /// <summary>A copy of the files of a running server, between the two calls that make it a backup.</summary>
    private static async Task Backup(string home, string to)
    {
        await using var connection = new NpgsqlConnection(FirstContact.Superuser(PostgresHome.Open(home)));
        await connection.OpenAsync(Bank.Now);
        await using (var start = new NpgsqlCommand("select pg_backup_start('test', true)", connection))
        {
            await start.ExecuteScalarAsync(Bank.Now);
        }

        var data = Path.Combine(to, "postgresql", "data");
        Directory.CreateDirectory(Path.GetDirectoryName(data)!);
        var (code, said) = await Run.ToEnd(["cp", "-a", Path.Combine(home, "postgresql", "data"), data], Bank.Now);
        Assert.True(code == 0, said);
        await using var stop = new NpgsqlCommand("select labelfile from pg_backup_stop(false)", connection);
        await File.WriteAllTextAsync(Path.Combine(data, "backup_label"), (string)(await stop.ExecuteScalarAsync(Bank.Now))!, Bank.Now);
        File.Delete(Path.Combine(data, "postmaster.pid"));
        foreach (var segment in Directory.EnumerateFiles(Path.Combine(data, "pg_wal")))
        {
            File.Delete(segment);
        }
    }

    /// <summary>The server may run as another account than the test.</summary>
    private static void Open(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        }
    }

    private static async Task Superuser(string home, string sql)
    {
        await using var connection = new NpgsqlConnection(FirstContact.Superuser(PostgresHome.Open(home)));
        await connection.OpenAsync(Bank.Now);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteScalarAsync(Bank.Now);
    }
}
