using Npgsql;

namespace RegenTrack.Web.Database;

/// <summary>Waits until a starting server answers, and gives it our role and database.</summary>
internal static class FirstContact
{
    public static string Superuser(PostgresHome home) => Connection(home, "postgres", "postgres", pooling: false);

    public static string Application(PostgresHome home) => Connection(home, "regentrack", "regentrack", pooling: true);

    /// <summary>Returns when the server takes connections; a long recovery is waited for.</summary>
    public static async Task Wait(PostgresHome home, string connectionString, CancellationToken cancellation)
    {
        var once = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (SaysReady(home))
            {
                try
                {
                    await using var connection = new NpgsqlConnection(once);
                    await connection.OpenAsync(cancellation);
                    return;
                }
                catch (NpgsqlException notYet) when (notYet is not PostgresException { SqlState: not ("57P03" or "3D000" or "28P01") })
                {
                    // The lock file of a killed server says ready as well; role and database come moments after the first start.
                }
            }

            await Task.Delay(25, cancellation);
        }
    }

    public static async Task CreateDatabase(PostgresHome home, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(Superuser(home));
        await connection.OpenAsync(cancellation);
        await using var ask = new NpgsqlCommand("select exists (select from pg_roles where rolname = 'regentrack'), exists (select from pg_database where datname = 'regentrack')", connection);
        bool role, database;
        await using (var answer = await ask.ExecuteReaderAsync(cancellation))
        {
            await answer.ReadAsync(cancellation);
            (role, database) = (answer.GetBoolean(0), answer.GetBoolean(1));
        }

        if (!role)
            await Execute($"create role regentrack login createdb password '{home.Password()}'");
        if (!database)
            await Execute("create database regentrack owner regentrack");

        async Task Execute(string statement)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static bool SaysReady(PostgresHome home)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(home.Data, "postmaster.pid"));
            return lines.Length > 7 && lines[7].Trim() == "ready";
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string Connection(PostgresHome home, string user, string database, bool pooling)
    {
        var (host, port) = home.Endpoint();
        return new NpgsqlConnectionStringBuilder { Host = host, Port = port, Username = user, Password = home.Password(), Database = database, Pooling = pooling }.ConnectionString;
    }
}
