using Npgsql;

namespace RegenTrack.EventStore.Tests;

public sealed class ConnectTests(Server server)
{
    [Fact]
    public async Task connections_compile_nothing_and_keep_the_options_that_were_given()
    {
        var given = new NpgsqlConnectionStringBuilder(await server.CreateDatabase(empty: true)) { Options = "-c jit=on -c statement_timeout=7000" };
        await using var database = Store.Connect(given.ConnectionString);
        await using var command = database.CreateCommand("select current_setting('jit') || ' ' || current_setting('statement_timeout')");
        Assert.Equal("off 7s", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
