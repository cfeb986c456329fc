-- What live streams stand on: positions that leave the server sealed, and what a caller saw at one.

-- One row of random bytes, the same for every process on this database. It is no part of a backup: a restored
-- database has another, so that nobody goes on from a position of a log that is no longer the log.
create table vigie.sealing_key (
  only_row boolean primary key default true check (only_row),
  key      bytea   not null check (length(key) = 32)
);
insert into vigie.sealing_key (key)
values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
comment on table vigie.sealing_key is 'With this positions of the log are sealed; tells nothing about what is stored';
grant select on vigie.sealing_key to vigie_application;

-- The last version before each feature's first change after a position, with all its marks; no row for those that
-- did not exist then. Parsed once, here, so that no search path comes between.
create function vigie.versions_before(after bigint, until bigint, most int)
  returns table (touched int, layer text, id uuid, version bigint, classification text, compartments text[], geom geometry)
  language sql stable
begin atomic
  with changed as materialized (
    select c.layer, c.id, c.version
      from vigie.revision r join vigie.change c on c.transaction = r.transaction
     where r.number > after and r.number <= until
     limit most)
  select (select count(*) from changed)::int, b.layer, b.id, b.version, b.classification, b.compartments, b.geom
    from (select c.layer, c.id, min(c.version) as first from changed c group by 1, 2) f
    left join vigie.change b
      on b.layer = f.layer and b.id = f.id and b.version = f.first - 1 and b.operation <> 'DELETE';
end;

create function vigie.meets(geom geometry, area geometry) returns boolean
  language sql immutable parallel safe
  return geom is null or st_intersects(geom, area);

create function vigie.box(geom geometry) returns geometry
  language sql immutable parallel safe
  return st_envelope(geom);

-- Of what was touched after a position, what the caller saw there: by the marks it had then, because by the later
-- ones it may be hidden from him now, and his map must lose it. Only id, version and box leave, which he had.
-- A row without an id when there is nothing to tell, for the number of changes that were looked at.
create function vigie.seen_at(after bigint, until bigint, most int)
  returns table (touched int, layer text, id uuid, version bigint, box geometry)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  cleared text[] := vigie.cleared();
  readable text[] := vigie.readable();
  holds_all boolean := vigie.holds_all();
  held text[] := vigie.held();
  area vigie.feature.geom%type := vigie.area();
  bounded text[] := vigie.bounded();
  caller text := vigie.see_everything();
begin
  return query
    select b.touched,
           case when seen then b.layer end, case when seen then b.id end,
           case when seen then b.version end, case when seen then vigie.box(b.geom) end
      from vigie.versions_before(after, until, most) b
      cross join lateral (
        select coalesce(b.classification = any (cleared) and b.layer = any (readable)
          and (b.compartments is null or holds_all or b.compartments <@ held)
          and (b.layer <> all (bounded) or vigie.meets(b.geom, area)), false) as seen) s;
  perform set_config('vigie.access', caller, true);
end $$;
revoke all on function vigie.versions_before(bigint, bigint, int), vigie.seen_at(bigint, bigint, int) from public;
grant execute on function vigie.seen_at(bigint, bigint, int) to vigie_application;
