-- The tamper evidence (ADR 0011): 256 hashes a tile; level 0 holds leaves, each higher level the roots of full tiles below.
create table event_log_tile (
    level smallint not null,
    index bigint not null,
    hashes bytea not null,
    sequences bigint[] null,
    primary key (level, index));
create table event_log_head (
    size bigint not null primary key,
    root bytea not null,
    last_seq_id bigint not null,
    signed_at timestamptz not null,
    key_id text not null,
    signature bytea not null);
