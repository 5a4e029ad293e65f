-- Marten names this key itself, unlike the keys that it leaves to its schema library.
alter table mt_event_progression rename constraint pkey_mt_event_progression_name to pk_mt_event_progression;

-- Marten 9: a place for binary payloads, and no unique index on event ids unless it is asked for.
alter table mt_events add column bdata bytea null;
drop index if exists pk_mt_events_id_unique;

drop function if exists regentrack_start(varchar, varchar, bigint);
drop function if exists regentrack_advance(varchar, bigint, bigint);
drop function if exists regentrack_expect(varchar, bigint);
drop function if exists regentrack_moved(varchar);

-- Ends the transaction with the version that the stream really has. Returns varchar only so that it can stand where a stream's id stands.
create function regentrack_moved(stream varchar) returns varchar language plpgsql as $$
begin
    raise exception using errcode = 'RT409', message = stream || ' ' || coalesce((select version from mt_streams where id = stream), 0);
end $$;

create function regentrack_expect(stream varchar, expected bigint) returns void language plpgsql as $$
begin
    perform from mt_streams where id = stream and version = expected for share;
    if not found and (expected > 0 or exists (select from mt_streams where id = stream)) then perform regentrack_moved(stream); end if;
end $$;

drop function if exists regentrack_require(boolean);
create function regentrack_require(held boolean) returns void language plpgsql as $$
begin
    if held is not true then raise exception using errcode = 'RT409', message = 'requirement 0'; end if;
end $$;
