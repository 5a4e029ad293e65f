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
create table if not exists command_receipt (
    actor text not null, command_id text not null,
    command text not null, content bytea not null,
    stream text not null, version bigint not null,
    recorded_at timestamptz not null default now(),
    primary key (actor, command_id));
create table if not exists attempt_log (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    actor text not null, role text not null, institution text,
    command text not null, stream text not null,
    outcome text not null, codes text[] not null, correlation text);
create index if not exists attempt_log_at on attempt_log (at, id);
create table if not exists attachment (
    sha256 text primary key, media_type text not null, file_name text, length bigint not null,
    content bytea not null, stored_at timestamptz not null default now());
alter table attachment alter column content set storage external;
create table if not exists identity_vault (
    reference text primary key, purpose text not null, retain_until date not null,
    identity jsonb not null, stored_at timestamptz not null default now());
create table if not exists auth_accounts (
    id text primary key,
    name text not null,
    role text not null,
    password_hash text not null,
    must_change boolean not null,
    failures int not null default 0,
    locked_until timestamptz,
    locked boolean not null default false,
    created_at timestamptz not null,
    signed_in_at timestamptz);
create table if not exists auth_sessions (
    key text primary key,
    account text not null references auth_accounts (id) on delete cascade,
    ticket bytea not null,
    expires_at timestamptz not null);
create index if not exists auth_sessions_account on auth_sessions (account);
create table if not exists auth_clients (
    id text primary key,
    name text not null,
    institution text not null,
    secret_hash bytea not null,
    generation int not null default 1,
    created_at timestamptz not null,
    revoked_at timestamptz);
create table if not exists auth_signing_keys (
    id text primary key,
    private_key text not null,
    created_at timestamptz not null,
    retired_at timestamptz);
create unique index if not exists auth_signing_keys_one on auth_signing_keys ((true)) where retired_at is null;
create table if not exists auth_protection_keys (
    name text primary key,
    xml text not null);
create table if not exists auth_log (
    position bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    source text);
create index if not exists auth_log_subject on auth_log (subject, at);

-- What the first release had recorded: a donor, an account, a receipt, an identity in the clear, and a view of an older definition.
insert into mt_streams (id, type, version) values ('donor:donor-1', 'donor', 1);
insert into mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type, headers, user_name, timestamp) values
    (nextval('mt_events_sequence'), '0199f1b0-77c4-7c53-a1a1-52b4dd0b9a7e', 'donor:donor-1', 1,
     '{"donor": "donor-1", "code": "NB-D-7", "country": "US", "collectedOn": "2026-04-06", "leukocyteRich": false, "reproductive": false, "eligibilityDetermined": true, "countryMarkers": []}',
     'donor_registered_v1', 'RegenTrack.Domain.Cells.Donors.DonorRegistered, RegenTrack.Domain', '{"role": "Inspector", "commandId": "c-1"}', 'ins1', '2026-06-01 00:00:00+00');
insert into stream_snapshot (id, version, shape, data) values ('donor:donor-1', 1, 'of-the-first-release', '{}');
insert into command_receipt (actor, command_id, command, content, stream, version) values ('ins1', 'c-1', 'RegisterDonor', '\x00', 'donor:donor-1', 1);
insert into identity_vault (reference, purpose, retain_until, identity) values ('subj-1', 'treatment', '2036-01-01', '{"name": "가온누리나"}');
insert into auth_accounts (id, name, role, password_hash, must_change, created_at) values ('ins1', '검사관', 'Inspector', 'x', false, '2026-06-01 00:00:00+00');
create table donor_board (donor text primary key);
insert into view_definition (name, fingerprint) values ('donor_board', 'older');
