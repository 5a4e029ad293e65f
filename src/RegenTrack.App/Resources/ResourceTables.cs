using RegenTrack.EventStore.Schema;

namespace RegenTrack.App.Resources;

/// <summary>
/// What hospitals read and search by FHIR: each resource as it now is, with the keys by which it is found, and what it was before. Written in the append's transaction (ADR 0052).
/// </summary>
internal static class ResourceTables
{
    // Ids and texts are compared by their bytes, so that order and prefixes do not hang on the language of a database; of long texts an index keeps the beginning.
    // A deleted resource keeps its row, without body and keys. An empty org means that every hospital may see it.
    internal static readonly IReadOnlyList<Migration> Steps =
    [
        new("app/006-fhir-resources", """
            create table fhir_resource (
                type text collate "C" not null, id text collate "C" not null, version bigint not null, updated timestamptz not null, org text not null, stream varchar not null,
                keys bigint[] not null, refs text[] not null, body bytea null, primary key (type, id));
            create index fhir_resource_keys on fhir_resource using gin ((keys || hashtextextended(type || '|' || org, 0)));
            create index fhir_resource_org on fhir_resource (type, org, updated desc, id);
            create index fhir_resource_stream on fhir_resource (stream);
            create table fhir_version (
                type text collate "C" not null, id text collate "C" not null, version bigint not null, updated timestamptz not null, org text not null, stream varchar not null, body bytea null, primary key (type, id, version));
            create index fhir_version_type on fhir_version (type, org, updated desc, id);
            create index fhir_version_stream on fhir_version (stream);
            create table fhir_span (type text collate "C" not null, id text collate "C" not null, param bigint not null, low float8 not null, high float8 not null);
            create index fhir_span_owner on fhir_span (type, id);
            create index fhir_span_low on fhir_span (param, low, id);
            create index fhir_span_high on fhir_span (param, high, id);
            create table fhir_text (type text collate "C" not null, id text collate "C" not null, param bigint not null, norm text collate "C" not null);
            create index fhir_text_owner on fhir_text (type, id);
            create index fhir_text_norm on fhir_text (param, left(norm, 120));
            """),
        // Else every search reads through what was written last, up to 4 MB of it, before it looks into the index.
        new("app/008-fhir-keys-at-once", "alter index fhir_resource_keys set (fastupdate = off); select gin_clean_pending_list('fhir_resource_keys');"),
        // So that dates are looked for, and walked in their order, among those of one institution.
        new("app/010-fhir-spans-by-institution", """
            alter table fhir_span add column org text collate "C" null;
            update fhir_span s set org = r.org from fhir_resource r where r.type = s.type and r.id = s.id;
            alter table fhir_span alter column org set not null;
            drop index fhir_span_low;
            drop index fhir_span_high;
            create index fhir_span_low on fhir_span (param, org, low, id);
            create index fhir_span_high on fhir_span (param, org, high, id);
            """),
        // Keys say whose they are: what most resources have is looked for among those of one institution. Where much of that is found, it is walked by id.
        new("app/011-fhir-keys-by-institution", """
            drop index fhir_resource_keys;
            create index fhir_resource_keys on fhir_resource using gin (keys) with (fastupdate = off);
            create index fhir_resource_own on fhir_resource (type, org, id);
            """),
    ];
}
