using System.Reflection;
using Npgsql;

namespace RegenTrack.EventStore.Schema;

/// <summary>Brings a database forward, step by step; never back.</summary>
public static class Migrations
{
    private const long Gate = 0x5265_6765_6E54_0001;

    private const string Record = """
        create table if not exists schema_migration (
            id text primary key, position int not null, fingerprint bytea not null, applied_at timestamptz not null default now())
        """;

    /// <summary>The steps of the event store itself, in Marten's table layout (ADR 0002).</summary>
    public static IReadOnlyList<Migration> Store { get; } = [.. Shipped()];

    /// <summary>Applies what is missing, all of it in one transaction. Safe to run from several instances at once.</summary>
    /// <exception cref="SchemaException">The database is newer than the program, or a released step was changed.</exception>
    public static async Task Apply(NpgsqlDataSource database, IReadOnlyList<Migration> steps, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Execute(connection, "select pg_advisory_xact_lock($1)", cancellation, Gate);
        await Execute(connection, Record, cancellation);
        var applied = await Applied(connection, cancellation);
        var known = steps.ToDictionary(step => step.Id);
        if (applied.Keys.FirstOrDefault(id => !known.ContainsKey(id)) is { } newer)
        {
            throw new SchemaException("schema-newer", newer);
        }

        foreach (var step in steps)
        {
            if (!applied.TryGetValue(step.Id, out var fingerprint))
            {
                await Execute(connection, step.Sql, cancellation);
                await Execute(connection, "insert into schema_migration (id, position, fingerprint) values ($1, $2, $3)", cancellation, step.Id, applied.Count, step.Fingerprint);
                applied.Add(step.Id, step.Fingerprint);
            }
            else if (!fingerprint.AsSpan().SequenceEqual(step.Fingerprint))
            {
                throw new SchemaException("schema-changed", step.Id);
            }
        }

        await transaction.CommitAsync(cancellation);
    }

    private static IEnumerable<Migration> Shipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new Migration($"store/{name[..^4]}", text.ReadToEnd());
        }
    }

    private static async Task<Dictionary<string, byte[]>> Applied(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select id, fingerprint from schema_migration order by position", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new Dictionary<string, byte[]>();
        while (await reader.ReadAsync(cancellation))
        {
            applied.Add(reader.GetString(0), reader.GetFieldValue<byte[]>(1));
        }

        return applied;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}
