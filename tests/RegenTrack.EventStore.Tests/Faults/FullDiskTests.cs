using Npgsql;
using RegenTrack.EventStore.Schema;
using RegenTrack.Web.Database;

namespace RegenTrack.EventStore.Tests.Faults;

public sealed class FullDiskTests
{
    [Fact]
    public async Task on_a_full_disk_an_append_fails_whole_and_what_was_acknowledged_stays()
    {
        var disk = Directory.CreateTempSubdirectory("regentrack-full-").FullName;
        Assert.SkipUnless((await Run.ToEnd(["mount", "-t", "tmpfs", "-o", "size=150m,mode=755", "tmpfs", disk], Bank.Now)).Code == 0, "Mounting is not allowed here.");
        try
        {
            await using var server = await EmbeddedPostgres.Start(Path.Combine(disk, "home"), null, Bank.Now, new Dictionary<string, string> { ["max_wal_size"] = "32MB", ["min_wal_size"] = "32MB" });
            await using var database = NpgsqlDataSource.Create(server.ConnectionString);
            await Migrations.Apply(database, Migrations.Store, Bank.Now);
            await using var bank = await Bank.On(server.ConnectionString);
            Assert.Null(await bank.Deposit("a", 1));
            var ballast = Path.Combine(disk, "ballast");
            var acknowledged = 0;
            await Assert.ThrowsAnyAsync<NpgsqlException>(async () =>
            {
                await Run.ToEnd(["sh", "-c", $"dd if=/dev/zero of={ballast} bs=1M 2>/dev/null"], Bank.Now);
                for (var number = 0; number < 20_000; number++)
                {
                    Assert.Null(await bank.Deposit($"b{number}", new string('x', 2000), Bank.Now));
                    acknowledged++;
                }
            });
            File.Delete(ballast);
            NpgsqlConnection.ClearAllPools();
            await Bank.Until(async () => await Answers(bank));
            Assert.InRange(int.Parse((await bank.Rows("select count(*) from mt_events"))[0], System.Globalization.CultureInfo.InvariantCulture), acknowledged + 1, acknowledged + 2);
            Assert.Empty(await bank.Rows("select s.id from mt_streams s left join mt_events e on e.stream_id = s.id group by s.id, s.version having s.version <> count(e)"));
            Assert.Null(await bank.Deposit("after", 1));
            NpgsqlConnection.ClearAllPools();
        }
        finally
        {
            await Run.ToEnd(["umount", disk], CancellationToken.None);
            Directory.Delete(disk, recursive: true);
        }
    }

    private static async Task<bool> Answers(Bank bank)
    {
        try
        {
            await bank.Rows("select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
