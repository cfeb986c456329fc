-- Who may see what. PostgreSQL decides it, row by row, for the role the application logs in as; that role
-- owns nothing. The caller stands in one setting that lives as long as its transaction, vigie.access: a
-- JSON document of clearance, compartments, layers and area. No setting: no rows, and no error.

do $$
begin
  if not exists (select from pg_roles where rolname = 'vigie_application') then
    raise exception 'the role vigie_application is missing'
      using hint = 'a superuser runs what "vigie database-setup" prints, then this can be started again';
  end if;
end $$;

-- ---- marks ----

-- Sorted codes; null when there are none, because testing for null costs a read of a million rows
-- nothing and looking into an empty array does.
alter table vigie.feature add column compartments text[] collate "C",
  add constraint compartments_are_codes check (
    cardinality(compartments) between 1 and 20 and array_ndims(compartments) = 1
    and array_position(compartments, null) is null and array_position(compartments, '*') is null);
alter table vigie.change add column compartments text[] collate "C";
comment on column vigie.feature.compartments is 'need-to-know compartments: whoever reads it must hold all of them; null for none';

-- A deletion keeps the marks and the place of what was deleted, or nobody could tell who may see it.
alter table vigie.change drop constraint a_delete_has_no_after_image;
alter table vigie.change add constraint a_delete_has_no_after_image
  check (operation <> 'DELETE' or properties is null);
alter table only vigie.change disable trigger append_only;
update vigie.change d
   set classification = b.classification, geom = b.geom
  from vigie.change b
 where d.operation = 'DELETE' and b.layer = d.layer and b.id = d.id and b.version = d.version - 1;
alter table only vigie.change enable always trigger append_only;
alter table vigie.change add constraint every_version_has_marks check (classification is not null);

create function vigie.higher(a text, b text) returns text
  language sql immutable parallel safe
  return case when a = b then a
                    when 'STRICTLY_CONFIDENTIAL' in (a, b) then 'STRICTLY_CONFIDENTIAL'
                    when 'CONFIDENTIAL' in (a, b) then 'CONFIDENTIAL'
                    else 'UNCLASSIFIED' end collate "C";

create function vigie.joined(a text[], b text[]) returns text[]
  language sql immutable parallel safe
  return case when a is not distinct from b or b is null then a
                    when a is null then b
                    else array(select distinct code from unnest(a || b) as u(code) order by code) end;

-- ---- the caller ----

-- These have bodies that are parsed once, here: what they name cannot be put in their way by a search path.

create function vigie.access() returns jsonb
  language sql stable parallel safe
  return nullif(current_setting('vigie.access', true), '')::jsonb;
comment on function vigie.access is 'who asks: the setting vigie.access of this transaction; null for nobody';

-- What the process itself runs as when it loads, verifies or migrates; for set_config.
create function vigie.everything() returns text
  language sql immutable parallel safe
  return '{"author":"vigie","clearance":"STRICTLY_CONFIDENTIAL","compartments":["*"],"readable":["*"],"writable":["*"],"protections":["SOURCE_IDENTITY","RESTRICTED_NARRATIVE"]}';

alter table vigie.layer add column bounded boolean not null default true;
comment on column vigie.layer.bounded is 'whether a caller''s area of responsibility limits what he sees of it';

create function vigie.cleared() returns text[]
  language sql stable parallel safe
  return case vigie.access() ->> 'clearance'
          when 'STRICTLY_CONFIDENTIAL' then array['UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL']
          when 'CONFIDENTIAL' then array['UNCLASSIFIED', 'CONFIDENTIAL']
          when 'UNCLASSIFIED' then array['UNCLASSIFIED'] end;

create function vigie.holds_all() returns boolean
  language sql stable parallel safe
  return vigie.access() -> 'compartments' = '["*"]';

create function vigie.held() returns text[]
  language sql stable parallel safe
  return array(select jsonb_array_elements_text(vigie.access() -> 'compartments'));

create function vigie.layers(named jsonb) returns text[]
  language sql stable parallel safe
  return case when named = '["*"]' then array(select name from vigie.layer)
                    else array(select jsonb_array_elements_text(named)) end;

create function vigie.readable() returns text[]
  language sql stable parallel safe
  return vigie.layers(vigie.access() -> 'readable');

create function vigie.writable() returns text[]
  language sql stable parallel safe
  return vigie.layers(vigie.access() -> 'writable');

create function vigie.area() returns geometry
  language sql stable parallel safe
  return st_setsrid(st_geomfromewkb(decode(vigie.access() ->> 'area', 'hex')), 4326);

create function vigie.bounded() returns text[]
  language sql stable parallel safe
  return case when vigie.access() ->> 'area' is null then array[]::text[]
                    else array(select name from vigie.layer where bounded) end;

create function vigie.sees_everything() returns boolean
  language sql stable parallel safe
  return vigie.access() @> '{"clearance":"STRICTLY_CONFIDENTIAL","compartments":["*"],"readable":["*"],"writable":["*"]}'
           and vigie.access() ->> 'area' is null;

-- ---- what hangs on features ----

-- Features whose marks ever changed, with the marks of now (or the last, after deletion). An older version
-- may carry lower marks than the feature does today; whoever may not see the feature may not see them.
create table vigie.raised (
  id             uuid   not null,
  layer          text   collate "C" not null,
  classification text   collate "C" not null,
  compartments   text[] collate "C",
  primary key (id, layer));
comment on table vigie.raised is 'Marks of now of every feature whose marks ever changed; kept by a trigger on vigie.feature';

-- Title and figures of an import, apart from the revision: a revision only tells that and when somebody
-- wrote, while these tell how much. The marks are the highest of all rows, the box is around all places.
create table vigie.load (
  batch          uuid   primary key,
  transaction    bigint not null unique,
  author         text   not null,
  layer          text   collate "C" not null,
  title          text   not null default '',
  inserted       bigint not null default 0,
  updated        bigint not null default 0,
  unchanged      bigint not null default 0,
  repeated       bigint not null default 0,
  classification text   collate "C" not null,
  compartments   text[] collate "C",
  geom           geometry(Geometry, 4326));
comment on table vigie.load is 'Imports: seen by whoever made one and by whoever may see every row of it';

insert into vigie.load
select r.batch, r.transaction, r.author, r.layer, r.title, r.inserted, r.updated, r.unchanged, r.repeated,
       coalesce(m.classification, 'UNCLASSIFIED'), null, m.geom
  from vigie.revision r
  left join lateral (
    select case when bool_or(c.classification = 'STRICTLY_CONFIDENTIAL') then 'STRICTLY_CONFIDENTIAL'
                when bool_or(c.classification = 'CONFIDENTIAL') then 'CONFIDENTIAL' end as classification,
           st_setsrid(st_extent(c.geom)::geometry, 4326) as geom
      from vigie.change c where c.transaction = r.transaction) m on true
 where r.batch is not null;
alter table only vigie.revision disable trigger append_only;
update vigie.revision set title = '' where batch is not null or undoes is not null;
alter table only vigie.revision enable always trigger append_only;
alter table vigie.revision drop column layer, drop column inserted,
  drop column updated, drop column unchanged, drop column repeated;

-- The last revision that touched something of these marks in these whole degrees: the newest one of what a
-- caller may see is his position in the log, so that it stands still while others write what he may not see.
create table vigie.latest (
  layer          text   collate "C" not null,
  classification text   collate "C" not null,
  compartments   text[] collate "C",
  geom           geometry(Geometry, 4326),
  number         bigint not null,
  unique nulls not distinct (layer, classification, compartments, geom));
comment on table vigie.latest is 'Last revision by layer, marks and box of whole degrees';

create function vigie.whole_degrees(geom geometry) returns geometry
  language sql immutable parallel safe
  return case when geom is not null then st_makeenvelope(floor(st_xmin(geom)), floor(st_ymin(geom)),
    floor(st_xmax(geom)) + 1, floor(st_ymax(geom)) + 1, 4326) end;

insert into vigie.latest
select c.layer, c.classification, c.compartments, vigie.whole_degrees(c.geom), max(r.number)
  from vigie.change c join vigie.revision r on r.transaction = c.transaction
 group by 1, 2, 3, 4;

create function vigie.note_marks() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  caller text := current_setting('vigie.access', true);
begin
  -- Even the owner is under the policies, and the caller may not see every older version.
  perform set_config('vigie.access', vigie.everything(), true);
  insert into vigie.raised (id, layer, classification, compartments)
  values (new.id, new.layer, new.classification, new.compartments)
  on conflict (id, layer) do update
     set classification = excluded.classification, compartments = excluded.compartments;
  update vigie.load l
     set classification = vigie.higher(l.classification, new.classification),
         compartments = vigie.joined(l.compartments, new.compartments)
    from vigie.change c
   where c.layer = new.layer and c.id = new.id and l.transaction = c.transaction;
  perform set_config('vigie.access', caller, true);
  return null;
end $$;
revoke execute on function vigie.note_marks from public;
comment on function vigie.note_marks is 'runs as the owner: the application cannot write what older versions and imports hide behind';

create trigger note_marks after update on vigie.feature for each row
  when (old.classification is distinct from new.classification
        or old.compartments is distinct from new.compartments)
  execute function vigie.note_marks();

-- Only an owner may ANALYZE, and after a large import the planner must know.
create function vigie.analyze_layer(layer text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  part regclass;
begin
  for part in
    select c.oid::regclass
      from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent in ('vigie.feature'::regclass, 'vigie.change'::regclass)
       and pg_get_expr(c.relpartbound, c.oid) = format('FOR VALUES IN (%L)', layer)
  loop
    execute format('analyze %s', part);
  end loop;
end $$;

-- One source record may be kept once for each circle of readers: a unique index would tell somebody that a
-- record he may not see is there. Writers look for what they may see, under a lock (load-lock, insert-lock).
drop index vigie.feature_source;
create index feature_identity on vigie.feature (source_id, source_system) where source_id is not null;

-- ---- the canary ----

-- One row in each table that nobody without clearance may see. The program looks for it at every start
-- with a low clearance and refuses to serve when it sees it.
create table vigie.feature_canary partition of vigie.feature for values in ('*canary*');
create table vigie.change_canary partition of vigie.change for values in ('*canary*');
create trigger append_only before update or delete or truncate on vigie.change_canary
  for each statement execute function vigie.refuse_rewriting();
alter table vigie.change_canary enable always trigger append_only;
insert into vigie.feature (id, layer, classification, source_system, version, recorded_at)
values ('00000000-0000-4000-8000-00000000ca1a', '*canary*', 'STRICTLY_CONFIDENTIAL', 'vigie', 1, now());
insert into vigie.change (transaction, operation, id, layer, classification, properties, version, recorded_at)
values (0, 'INSERT', '00000000-0000-4000-8000-00000000ca1a', '*canary*', 'STRICTLY_CONFIDENTIAL', '{}', 1, now());

-- ---- the one definition of visibility ----

-- Each sub-select is evaluated once a statement. What they give is compared by operators alone, cheapest
-- and most often decisive first.
do $$
declare
  marks text := '%1$sclassification = any ((select vigie.cleared())::text[])
    and %1$slayer = any ((select vigie.readable())::text[])
    and (%1$scompartments is null or (select vigie.holds_all())
         or %1$scompartments <@ (select vigie.held()))';
  place text := '(geom is null or layer <> all ((select vigie.bounded())::text[])
         or st_intersects(geom, (select vigie.area())))';
  within text := '(geom is null or layer <> all ((select vigie.bounded())::text[])
         or st_covers((select vigie.area()), geom))';
  writes text := 'layer = any ((select vigie.writable())::text[])';
  visible text := format(marks, '') || ' and ' || place;
  each text;
begin
  foreach each in array array['feature', 'change', 'raised', 'load', 'latest', 'revision'] loop
    execute format('alter table vigie.%I enable row level security', each);
    execute format('alter table vigie.%I force row level security', each);
  end loop;
  -- Policies of the parent do not hold for a partition that is addressed itself: there nothing is allowed.
  for each in
    select c.oid::regclass::text from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent in ('vigie.feature'::regclass, 'vigie.change'::regclass) loop
    execute format('alter table %s enable row level security', each);
    execute format('alter table %s force row level security', each);
  end loop;

  execute 'create policy seen on vigie.feature for select using (' || visible || ')';
  execute 'create policy added on vigie.feature for insert with check (' || visible || ' and ' || writes || ')';
  execute 'create policy replaced on vigie.feature for update using (' || visible || ' and ' || writes
    || ') with check (' || visible || ' and ' || writes || ')';
  execute 'create policy deleted on vigie.feature for delete using (' || visible || ' and ' || writes || ')';

  execute 'create policy seen on vigie.change for select using (' || visible
    || ' and id not in (select r.id from vigie.raised r where (' || format(marks, 'r.') || ') is not true))';
  execute 'create policy added on vigie.change for insert with check (' || visible || ' and ' || writes || ')';

  execute 'create policy seen on vigie.latest for select using (' || visible || ')';
  execute 'create policy added on vigie.latest for insert with check (' || visible || ' and ' || writes || ')';
  execute 'create policy moved on vigie.latest for update using (' || visible || ' and ' || writes
    || ') with check (' || visible || ' and ' || writes || ')';

  execute 'create policy seen on vigie.load for select using ('
    || 'author = (select vigie.access() ->> ''author'') or (' || format(marks, '') || ' and ' || within || '))';
end $$;

create policy added on vigie.load for insert
  with check (author = (select vigie.access() ->> 'author')
              and layer = any ((select vigie.writable())::text[]));
create policy marked on vigie.load for update using ((select vigie.sees_everything()))
  with check ((select vigie.sees_everything()));

-- That and when somebody wrote is joined to what one may see of it and never shown by itself.
create policy seen on vigie.revision for select using ((select vigie.access()) is not null);
create policy added on vigie.revision for insert
  with check (author = (select vigie.access() ->> 'author'));
create policy seen on vigie.raised for select using ((select vigie.access()) is not null);
create policy added on vigie.raised for insert with check ((select vigie.sees_everything()));
create policy moved on vigie.raised for update using ((select vigie.sees_everything()))
  with check ((select vigie.sees_everything()));
