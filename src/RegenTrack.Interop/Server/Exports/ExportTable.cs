using RegenTrack.EventStore.Schema;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>Where exports stand: what was asked for, how far it is, and which part of the resources each file is. No resource is kept a second time.</summary>
public static class ExportTable
{
    public static readonly IReadOnlyList<Migration> Steps =
    [
        new("fhir/002-export", """
            create table fhir_export (
                id text primary key, client text not null, institution text not null, scopes text not null, request text not null, kind text not null,
                types text[] not null, patients text[] not null, since timestamptz null, as_of timestamptz not null, expires_at timestamptz not null,
                state text not null default 'running', settled boolean not null default false, place int not null default 0, after_id text collate "C" not null default '',
                resources bigint not null default 0, files int not null default 0, failures int not null default 0,
                lease_owner text not null default '', lease_until timestamptz not null default '-infinity');
            create index fhir_export_client on fhir_export (client, state);
            create index fhir_export_waiting on fhir_export (lease_until) where state = 'running';
            create table fhir_export_file (
                export text not null references fhir_export (id) on delete cascade, number int not null, type text not null, is_deletion boolean not null,
                after_id text collate "C" not null, upto_id text collate "C" not null, count int not null, subjects text[] not null, primary key (export, number));
            """),
        new("fhir/003-export-filters", "alter table fhir_export add column filters text[] not null default '{}', add column base text not null default '';"),
    ];
}
