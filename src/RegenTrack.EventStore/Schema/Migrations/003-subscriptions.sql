create table subscription_fault (
    name varchar not null primary key,
    seq_id bigint not null,
    event_type varchar not null,
    error text not null,
    attempts int not null,
    failed_at timestamptz not null default now());
create table subscription_skip (
    name varchar not null,
    seq_id bigint not null,
    event_type varchar not null,
    error text not null,
    reason text not null,
    skipped_by varchar not null,
    skipped_at timestamptz not null default now(),
    primary key (name, seq_id));
