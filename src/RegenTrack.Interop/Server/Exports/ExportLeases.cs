using Npgsql;
using NpgsqlTypes;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>Who works on which export. A lease that is not renewed runs out, and whatever its holder still wants to keep is not taken any more.</summary>
internal sealed class ExportLeases(NpgsqlDataSource database, ExportOptions options, TimeProvider clock)
{
    private const int MostFailures = 5;
    private readonly string owner = Guid.CreateVersion7().ToString("N");

    private const string Next = $"""
        update fhir_export set lease_owner = $1, lease_until = now() + $2 * interval '1 second'
        where id = (select id from fhir_export where state = 'running' and lease_until < now() and expires_at > $3 order by lease_until, id limit 1 for update skip locked)
        returning {ExportStore.Columns}
        """;

    private const string File = """
        insert into fhir_export_file (export, number, type, is_deletion, after_id, upto_id, count, subjects)
        select $1, $3, $4, $5, $6, $7, $8, $9 where exists (select from fhir_export where id = $1 and lease_owner = $2 and files = $3 - 1 for update)
        """;

    public async Task<ExportJob?> Take(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Next);
        Add(command.Parameters, owner, (double)options.LeaseSeconds, clock.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? ExportStore.Job(row) : null;
    }

    /// <summary>Whether it is still ours: it may have been taken over, or removed.</summary>
    public Task<bool> Renew(ExportJob job, CancellationToken cancellation) =>
        Change("lease_until = now() + $3 * interval '1 second'", job, cancellation, (double)options.LeaseSeconds);

    /// <summary>Until what is under way elsewhere has ended.</summary>
    public Task<bool> Wait(ExportJob job, CancellationToken cancellation) => Change("lease_until = now() + interval '100 milliseconds'", job, cancellation);

    public Task<bool> Failed(ExportJob job, CancellationToken cancellation) => Change(
        $"failures = failures + 1, state = case when failures + 1 >= {MostFailures} then 'failed' else state end, lease_until = now() + interval '1 second'", job, cancellation);

    public Task<bool> Done(ExportJob job, CancellationToken cancellation) =>
        Change("state = 'done', expires_at = $3", job, cancellation, clock.GetUtcNow().AddMinutes(options.KeepMinutes));

    /// <summary>Keeps what a step found, and lets go of the export.</summary>
    public async Task Keep(ExportJob job, ExportDraft draft, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        var files = draft.Files().ToList();
        foreach (var file in files)
        {
            var insert = new NpgsqlBatchCommand(File);
            Add(insert.Parameters, job.Order.Id, owner, file.Number, file.Type, file.IsDeletion, file.After, file.UpTo, file.Count, file.Subjects.ToArray());
            batch.BatchCommands.Add(insert);

            // One by one, so that a file's number follows from those that are kept.
            batch.BatchCommands.Add(Update("files = $3", job, file.Number));
        }

        batch.BatchCommands.Add(Update(
            "settled = true, failures = 0, place = $3, after_id = $4, resources = resources + $5, lease_until = '-infinity'",
            job, draft.IsAtEnd ? job.Place + 1 : job.Place, draft.IsAtEnd ? "" : draft.UpTo, (long)draft.Count));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Forgets what has expired.</summary>
    public async Task Sweep(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("delete from fhir_export where expires_at <= $1");
        Add(command.Parameters, clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<bool> Change(string what, ExportJob job, CancellationToken cancellation, params object[] values)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Update(what, job, values));
        return await batch.ExecuteNonQueryAsync(cancellation) == 1;
    }

    private NpgsqlBatchCommand Update(string what, ExportJob job, params object[] values)
    {
        var command = new NpgsqlBatchCommand($"update fhir_export set {what} where id = $1 and lease_owner = $2 and state = 'running'");
        Add(command.Parameters, [job.Order.Id, owner, .. values]);
        return command;
    }

    private static void Add(NpgsqlParameterCollection parameters, params object[] values)
    {
        foreach (var value in values)
            parameters.Add(value is DateTimeOffset instant ? new() { Value = instant.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz } : new() { Value = value });
    }
}
