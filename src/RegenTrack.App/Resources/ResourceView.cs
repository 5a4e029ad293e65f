using Npgsql;
using NpgsqlTypes;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Resources;

/// <summary>Keeps the resources of every rendered stream up to its state (ADR 0052). A resource belongs to the stream that first gave it.</summary>
public sealed class ResourceView(IEnumerable<IStreamRendering> renderings) : StateView
{
    private const string Row = "insert into fhir_resource (type, id, version, updated, org, stream, keys, refs, body) values ($1, $2, $3, coalesce($14, now()), $5, $4, $7, $8, $6) on conflict (type, id)";

    private const string Index = """
        spans as (insert into fhir_span (type, id, org, param, low, high) select $1, $2, $5, s.param, s.low, s.high from unnest($9, $10, $11) as s (param, low, high) where exists (select from put))
        insert into fhir_text (type, id, param, norm) select $1, $2, t.param, t.norm from unnest($12, $13) as t (param, norm) where exists (select from put)
        """;

    private const string Put = $"""
        with old as (select version, updated, org, stream, body, (body is distinct from $6 or org <> $5) and stream = $4 as moved from fhir_resource where type = $1 and id = $2),
             kept as (insert into fhir_version (type, id, version, updated, org, stream, body) select $1, $2, version, updated, org, stream, body from old where moved),
             gone as (delete from fhir_span where type = $1 and id = $2 and exists (select from old where moved)),
             went as (delete from fhir_text where type = $1 and id = $2 and exists (select from old where moved)),
             put as ({Row} do update set version = excluded.version, updated = excluded.updated, org = excluded.org, keys = excluded.keys, refs = excluded.refs, body = excluded.body
                     where exists (select from old where moved) returning 1),
             {Index}
        """;

    // Of a stream that was never shown nothing is there to be moved.
    private const string Start = $"with put as ({Row} do nothing returning 1), {Index}";

    private static readonly string[] Emptied =
    [
        "delete from fhir_span s using fhir_resource r where r.stream = $1 and s.type = r.type and s.id = r.id",
        "delete from fhir_text t using fhir_resource r where r.stream = $1 and t.type = r.type and t.id = r.id",
        "delete from fhir_version where stream = $1",
        "delete from fhir_resource where stream = $1",
    ];

    private readonly Dictionary<string, IStreamRendering> _renderings = renderings.ToDictionary(rendering => rendering.Alias);

    public override string Name => "fhir_resource";

    // The number is raised when a rendering or the search keys change their meaning.
    public override string Fingerprint => $"4 {string.Join(' ', _renderings.Keys.Order(StringComparer.Ordinal))}";

    public override bool Shows(string alias) => _renderings.ContainsKey(alias);

    public override async Task Show(StreamState stream, EventReader reader, IList<NpgsqlBatchCommand> statements, CancellationToken cancellation)
    {
        var rendering = _renderings[stream.Alias];
        HashSet<RenderedResource> there = stream.Before is { } before && !rendering.LooksBeyond(before) ? [.. await rendering.Render(before, reader, cancellation)] : [];
        foreach (var resource in await rendering.Render(stream.State, reader, cancellation))
        {
            if (!there.Contains(resource))
            {
                statements.Add(Command(stream, resource));
            }
        }
    }

    public override void Forget(string streamKey, IList<NpgsqlBatchCommand> statements)
    {
        foreach (var sql in Emptied)
        {
            statements.Add(new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = streamKey } } });
        }
    }

    private static NpgsqlBatchCommand Command(StreamState stream, RenderedResource resource)
    {
        var command = new NpgsqlBatchCommand(stream.Before is null ? Start : Put);
        var index = resource.Index;
        Add(NpgsqlDbType.Text, resource.Type);
        Add(NpgsqlDbType.Text, resource.Id);
        Add(NpgsqlDbType.Bigint, stream.Version);
        Add(NpgsqlDbType.Varchar, stream.Key);
        Add(NpgsqlDbType.Text, resource.Institution);
        Add(NpgsqlDbType.Bytea, resource.Body);
        Add(NpgsqlDbType.Array | NpgsqlDbType.Bigint, OwnKeys.Of(index.Keys, resource.Type, resource.Institution));
        Add(NpgsqlDbType.Array | NpgsqlDbType.Text, index.Refs.ToArray());
        Add(NpgsqlDbType.Array | NpgsqlDbType.Bigint, index.Spans.Select(span => span.Parameter).ToArray());
        Add(NpgsqlDbType.Array | NpgsqlDbType.Double, index.Spans.Select(span => span.Low).ToArray());
        Add(NpgsqlDbType.Array | NpgsqlDbType.Double, index.Spans.Select(span => span.High).ToArray());
        Add(NpgsqlDbType.Array | NpgsqlDbType.Bigint, index.Texts.Select(text => text.Parameter).ToArray());
        Add(NpgsqlDbType.Array | NpgsqlDbType.Text, index.Texts.Select(text => text.Text).ToArray());
        Add(NpgsqlDbType.TimestampTz, stream.RecordedAt?.UtcDateTime);
        return command;

        void Add(NpgsqlDbType type, object? value) => command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }
}
