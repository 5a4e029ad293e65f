using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using RegenTrack.App.Resources;
using RegenTrack.Interop.Server.Search;
using RegenTrack.Web.Database;

namespace RegenTrack.Benchmarks.Scenarios.Search;

/// <summary>Puts synthetic resources into the tables by COPY, with the keys that the server gives them.</summary>
internal static class SearchLoad
{
    private const int Together = 2_000;

    /// <summary>A new database, by its connection string.</summary>
    public static async Task<string> Database(EmbeddedPostgres server, string name)
    {
        await using var create = NpgsqlDataSource.Create(server.ConnectionString);
        await Execute(create, $"create database {name}");
        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString;
    }

    public static async Task Run(NpgsqlDataSource database, int patients)
    {
        var started = Stopwatch.GetTimestamp();
        var keys = await Definition(database, "fhir_resource_keys");
        await Execute(database, "drop index fhir_resource_keys");
        foreach (var part in Enumerable.Range(0, patients).Chunk(Together))
        {
            var rows = part.AsParallel().AsOrdered().SelectMany(patient => SyntheticResources.Of(patient).Select(one => Row.Of(patient, one))).ToList();
            await Copy(database, rows);
        }

        await Execute(database, keys);
        await Execute(database, "vacuum analyze");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{patients} patients' resources in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
    }

    private static async Task<string> Definition(NpgsqlDataSource database, string index)
    {
        await using var command = database.CreateCommand("select indexdef from pg_indexes where indexname = $1");
        command.Parameters.Add(new() { Value = index });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Copy(NpgsqlDataSource database, List<Row> rows)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using (var resources = await connection.BeginBinaryImportAsync("copy fhir_resource (type, id, version, updated, org, stream, keys, refs, body) from stdin (format binary)"))
        {
            foreach (var row in rows)
            {
                await resources.StartRowAsync();
                await resources.WriteAsync(row.Type, NpgsqlDbType.Text);
                await resources.WriteAsync(row.Id, NpgsqlDbType.Text);
                await resources.WriteAsync(1L, NpgsqlDbType.Bigint);
                await resources.WriteAsync(SyntheticResources.Day(row.Patient), NpgsqlDbType.TimestampTz);
                await resources.WriteAsync(SyntheticResources.Institution(row.Patient), NpgsqlDbType.Text);
                await resources.WriteAsync($"synthetic:{row.Id}", NpgsqlDbType.Varchar);
                await resources.WriteAsync(OwnKeys.Of(row.Index.Keys, row.Type, SyntheticResources.Institution(row.Patient)), NpgsqlDbType.Array | NpgsqlDbType.Bigint);
                await resources.WriteAsync(row.Index.Refs.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
                await resources.WriteAsync(row.Body, NpgsqlDbType.Bytea);
            }

            await resources.CompleteAsync();
        }

        await using (var spans = await connection.BeginBinaryImportAsync("copy fhir_span (type, id, org, param, low, high) from stdin (format binary)"))
        {
            foreach (var (row, span) in rows.SelectMany(row => row.Index.Spans.Select(span => (row, span))))
            {
                await spans.StartRowAsync();
                await spans.WriteAsync(row.Type, NpgsqlDbType.Text);
                await spans.WriteAsync(row.Id, NpgsqlDbType.Text);
                await spans.WriteAsync(SyntheticResources.Institution(row.Patient), NpgsqlDbType.Text);
                await spans.WriteAsync(span.Parameter, NpgsqlDbType.Bigint);
                await spans.WriteAsync(span.Low, NpgsqlDbType.Double);
                await spans.WriteAsync(span.High, NpgsqlDbType.Double);
            }

            await spans.CompleteAsync();
        }

        await using var texts = await connection.BeginBinaryImportAsync("copy fhir_text (type, id, param, norm) from stdin (format binary)");
        foreach (var (row, text) in rows.SelectMany(row => row.Index.Texts.Select(text => (row, text))))
        {
            await texts.StartRowAsync();
            await texts.WriteAsync(row.Type, NpgsqlDbType.Text);
            await texts.WriteAsync(row.Id, NpgsqlDbType.Text);
            await texts.WriteAsync(text.Parameter, NpgsqlDbType.Bigint);
            await texts.WriteAsync(text.Text, NpgsqlDbType.Text);
        }

        await texts.CompleteAsync();
    }

    public static async Task Execute(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Row(int Patient, string Type, string Id, byte[] Body, ResourceIndex Index)
    {
        public static Row Of(int patient, (string Type, string Id, byte[] Body) resource)
        {
            using var document = JsonDocument.Parse(resource.Body);
            return new Row(patient, resource.Type, resource.Id, resource.Body, ResourceIndexer.Index(document.RootElement));
        }
    }
}
