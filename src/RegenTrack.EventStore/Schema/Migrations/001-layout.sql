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
