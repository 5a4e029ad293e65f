using Npgsql;

namespace RegenTrack.EventStore.Schema;

/// <summary>Creates what the store needs, in Marten's own layout, so that Marten can open the same tables (ADR 0002).</summary>
public static class StoreSchema
{
    private const long AdvisoryLock = 0x5265_6765_6E54_0001;

    /// <summary>Creates missing tables and brings views up to their definitions. Safe to run from several instances at once.</summary>
    public static async Task Apply(NpgsqlDataSource database, IEnumerable<string> statements, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var gate = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = AdvisoryLock } } })
        {
            await gate.ExecuteNonQueryAsync(cancellation);
        }

        foreach (var statement in statements.Prepend(Functions).Prepend(Tables))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private const string Tables = """
        create table if not exists mt_streams (
            id varchar not null constraint pkey_mt_streams_id primary key,
            type varchar null,
            version bigint null,
            timestamp timestamptz not null default now(),
            created timestamptz not null default now(),
            tenant_id varchar null default '*DEFAULT*',
            is_archived boolean null default false);
        create sequence if not exists mt_events_sequence;
        create table if not exists mt_events (
            seq_id bigint not null constraint pkey_mt_events_seq_id primary key,
            id uuid not null,
            stream_id varchar null constraint fkey_mt_events_stream_id references mt_streams (id) on delete cascade,
            version bigint not null,
            data jsonb not null,
            type varchar(500) not null,
            timestamp timestamptz not null default now(),
            tenant_id varchar null default '*DEFAULT*',
            mt_dotnet_type varchar null,
            correlation_id varchar null,
            causation_id varchar null,
            headers jsonb null,
            user_name varchar null,
            is_archived boolean null default false);
        alter sequence mt_events_sequence owned by mt_events.seq_id;
        create unique index if not exists pk_mt_events_stream_and_version on mt_events (stream_id, version);
        create unique index if not exists pk_mt_events_id_unique on mt_events (id);
        create table if not exists mt_event_progression (
            name varchar not null constraint pkey_mt_event_progression_name primary key,
            last_seq_id bigint null,
            last_updated timestamptz null default transaction_timestamp());
        create table if not exists stream_snapshot (
            id varchar not null primary key,
            version bigint not null,
            shape text not null,
            data jsonb not null);
        create table if not exists view_definition (
            name text not null primary key,
            fingerprint text not null);
        """;

    /// <remarks>The version is checked before a sequence number is drawn, so that a lost race leaves no gap for subscribers to wait on.</remarks>
    private const string Functions = """
        create or replace function regentrack_moved(stream varchar) returns void language plpgsql as $$
        declare actual bigint;
        begin
            select version into actual from mt_streams where id = stream;
            raise exception using errcode = 'RT409', message = coalesce(actual, 0)::text;
        end $$;
        create or replace function regentrack_start(stream varchar, kind varchar, next bigint) returns void language plpgsql as $$
        begin
            insert into mt_streams (id, type, version) values (stream, kind, next) on conflict do nothing;
            if not found then perform regentrack_moved(stream); end if;
        end $$;
        create or replace function regentrack_advance(stream varchar, expected bigint, next bigint) returns void language plpgsql as $$
        begin
            update mt_streams set version = next, timestamp = now() where id = stream and version = expected;
            if not found then perform regentrack_moved(stream); end if;
        end $$;
        create or replace function regentrack_expect(stream varchar, expected bigint) returns void language plpgsql as $$
        begin
            perform 1 from mt_streams where id = stream and version = expected for share;
            if not found and (expected > 0 or exists (select 1 from mt_streams where id = stream)) then perform regentrack_moved(stream); end if;
        end $$;
        create or replace function regentrack_require(held boolean) returns void language plpgsql as $$
        begin
            if held is not true then raise exception using errcode = 'RT409', message = '0'; end if;
        end $$;
        """;
}
