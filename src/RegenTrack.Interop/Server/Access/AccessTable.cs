using Npgsql;
using NpgsqlTypes;
using RegenTrack.EventStore.Schema;

namespace RegenTrack.Interop.Server.Access;

/// <summary>Where accesses are kept: only ever appended to, and deleted when their time is over.</summary>
public static class AccessTable
{
    private const int SweepAtOnce = 10_000;

    public static readonly IReadOnlyList<Migration> Steps =
    [
        new("fhir/001-access", """
            create table fhir_access (
                position bigint generated always as identity primary key, at timestamptz not null, client text not null, institution text not null,
                interaction text not null, type text null, id text null, subjects text[] not null, status smallint not null,
                parameters text[] not null, request_id text not null, source text null);
            create index fhir_access_institution on fhir_access (institution, position desc);
            create index fhir_access_entity on fhir_access (institution, type, id, position desc) where id is not null;
            create index fhir_access_subjects on fhir_access using gin (subjects) where subjects <> '{}';
            create index fhir_access_at on fhir_access using brin (at);
            create function fhir_access_refuse() returns trigger language plpgsql as 'begin raise exception ''accesses are never changed''; end';
            create trigger fhir_access_never_changes before update on fhir_access for each statement execute function fhir_access_refuse();
            """),
    ];

    internal static async Task Insert(NpgsqlDataSource database, IReadOnlyList<AccessRecord> all, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            insert into fhir_access (at, client, institution, interaction, type, id, subjects, status, parameters, request_id, source)
            select at, client, institution, interaction, type, id, string_to_array(subjects, ' '), status, string_to_array(parameters, ' '), request_id, source
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as one (at, client, institution, interaction, type, id, subjects, status, parameters, request_id, source)
            """);
        void Add<T>(NpgsqlDbType type, Func<AccessRecord, T> value) =>
            command.Parameters.Add(new NpgsqlParameter { Value = all.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
        Add(NpgsqlDbType.TimestampTz, one => one.At);
        Add(NpgsqlDbType.Text, one => one.Client);
        Add(NpgsqlDbType.Text, one => one.Institution);
        Add(NpgsqlDbType.Text, one => one.Interaction);
        Add(NpgsqlDbType.Text, one => one.Type);
        Add(NpgsqlDbType.Text, one => one.Id);
        Add(NpgsqlDbType.Text, one => string.Join(' ', one.Subjects));
        Add(NpgsqlDbType.Smallint, one => (short)one.Status);
        Add(NpgsqlDbType.Text, one => string.Join(' ', one.Parameters));
        Add(NpgsqlDbType.Text, one => one.RequestId);
        Add(NpgsqlDbType.Text, one => one.Source);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Deletes accesses before an instant; how many.</summary>
    internal static async Task<int> Sweep(NpgsqlDataSource database, DateTimeOffset before, CancellationToken ct)
    {
        var all = 0;
        int some;
        do
        {
            await using var command = database.CreateCommand($"delete from fhir_access where position in (select position from fhir_access where at < $1 order by position limit {SweepAtOnce})");
            command.Parameters.Add(new NpgsqlParameter { Value = before });
            all += some = await command.ExecuteNonQueryAsync(ct);
        }
        while (some == SweepAtOnce);
        return all;
    }
}
