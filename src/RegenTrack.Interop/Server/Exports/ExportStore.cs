using Npgsql;
using NpgsqlTypes;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>Keeps exports for whoever asks for them. Only the client that began one finds it.</summary>
internal sealed class ExportStore(NpgsqlDataSource database)
{
    internal const string Columns = "id, client, institution, scopes, request, kind, types, patients, since, as_of, expires_at, state, settled, place, after_id, resources, files, filters, base";

    // As of the end of this millisecond, which is how clients see instants.
    private const string Insert = """
        insert into fhir_export (id, client, institution, scopes, request, kind, types, patients, since, filters, base, as_of, expires_at)
        select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, date_trunc('milliseconds', clock_timestamp()) + interval '999 microseconds', $12
        where (select count(*) from fhir_export where client = $2 and state = 'running' and expires_at > $13) < $14
        """;

    /// <summary>False when the client has too many under way already.</summary>
    public async Task<bool> Accept(ExportOrder order, DateTimeOffset now, ExportOptions options, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select pg_advisory_xact_lock(hashtextextended($1, 7))") { Parameters = { new() { Value = order.Client } } });
        var insert = new NpgsqlBatchCommand(Insert);
        foreach (var value in new object?[]
        {
            order.Id, order.Client, order.Institution, order.Scopes, order.Request, order.Kind.ToString(), order.Types.ToArray(), order.Patients.ToArray(),
            order.Since?.UtcDateTime, order.Filters.ToArray(), order.Base, now.AddMinutes(options.KeepMinutes).UtcDateTime, now.UtcDateTime, options.MostPerClient,
        })
        {
            insert.Parameters.Add(value is DateTime or null ? new() { Value = value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz } : new() { Value = value });
        }

        batch.BatchCommands.Add(insert);
        await batch.ExecuteNonQueryAsync(cancellation);
        return insert.RecordsAffected == 1;
    }

    public async Task<ExportJob?> Find(string id, FhirCall call)
    {
        await using var command = Own($"select {Columns} from fhir_export where id = $1 and client = $2 and institution = $3 and expires_at > $4", id, call);
        await using var row = await command.ExecuteReaderAsync(call.CancellationToken);
        return await row.ReadAsync(call.CancellationToken) ? Job(row) : null;
    }

    /// <summary>The files of an export that was found, in order.</summary>
    public async Task<IReadOnlyList<ExportFile>> Files(string id, int? number, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select number, type, is_deletion, after_id, upto_id, count, subjects from fhir_export_file where export = $1 and ($2::int is null or number = $2) order by number");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = (object?)number ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var files = new List<ExportFile>();
        while (await row.ReadAsync(cancellation))
            files.Add(new(row.GetInt32(0), row.GetString(1), row.GetBoolean(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetFieldValue<string[]>(6)));
        return files;
    }

    /// <summary>Ends and forgets it; false when there is none.</summary>
    public async Task<bool> Remove(string id, FhirCall call)
    {
        await using var command = Own("delete from fhir_export where id = $1 and client = $2 and institution = $3 and expires_at > $4", id, call);
        return await command.ExecuteNonQueryAsync(call.CancellationToken) == 1;
    }

    internal static ExportJob Job(NpgsqlDataReader row) => new(
        new ExportOrder(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), Enum.Parse<ExportKind>(row.GetString(5)),
            row.GetFieldValue<string[]>(6), row.GetFieldValue<string[]>(7), row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
            row.GetFieldValue<string[]>(17), row.GetString(18)),
        row.GetFieldValue<DateTimeOffset>(9), row.GetFieldValue<DateTimeOffset>(10), row.GetString(11), row.GetBoolean(12), row.GetInt32(13), row.GetString(14), row.GetInt64(15), row.GetInt32(16));

    private NpgsqlCommand Own(string sql, string id, FhirCall call)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in new object[] { id, call.Actor.Id, call.Actor.Institution ?? "", call.Now.UtcDateTime })
            command.Parameters.Add(value is DateTime ? new() { Value = value, NpgsqlDbType = NpgsqlDbType.TimestampTz } : new() { Value = value });
        return command;
    }
}
