using Npgsql;
using RegenTrack.Web.Database;

namespace RegenTrack.Tests.Database;

/// <summary>A home folder that vanishes with the test.</summary>
internal sealed class TemporaryHome : IDisposable
{
    private static readonly Dictionary<string, string> Quick = new() { ["fsync"] = "off", ["shared_buffers"] = "16MB", ["max_connections"] = "20" };

    public string Root { get; } = Directory.CreateTempSubdirectory("regentrack-home-").FullName;

    public string Data => Path.Combine(Root, "postgresql", "data");

    public string LockFile => Path.Combine(Data, "postmaster.pid");

    public List<string> Told { get; } = [];

    public Task<EmbeddedPostgres> Start(string? root = null) =>
        EmbeddedPostgres.Start(root ?? Root, text => Told.Add(text.English), TestContext.Current.CancellationToken, Quick);

    public static async Task<T> Ask<T>(EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public static Task Keep(EmbeddedPostgres server) => Ask<object>(server, "create table kept (n int); insert into kept values (42) returning n");

    public static async Task ShouldBeKept(EmbeddedPostgres server) => Assert.Equal(42, await Ask<int>(server, "select n from kept"));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
