-- Features, the append-only change log and the revisions that order it.
-- Partitions, property indexes and the typed views are made from the layer files at start, not here.

-- A mission's database administrator has usually installed it; only then may a plain role go on.
do $$
begin
  if not exists (select from pg_extension where extname = 'postgis') then
    create extension postgis;
  end if;
end $$;

-- Casts from text depend on session settings and so may not stand in an index; these may. The input
-- is what the store writes: yyyy-mm-dd and yyyy-mm-ddThh:mm:ss.ffffffZ.
create function vigie.as_date(text) returns date
  language sql immutable strict parallel safe
  as $$ select make_date(substr($1, 1, 4)::int, substr($1, 6, 2)::int, substr($1, 9, 2)::int) $$;

create function vigie.as_instant(text) returns timestamptz
  language sql immutable strict parallel safe
  as $$ select make_timestamp(
          substr($1, 1, 4)::int, substr($1, 6, 2)::int, substr($1, 9, 2)::int,
          substr($1, 12, 2)::int, substr($1, 15, 2)::int, substr($1, 18, 9)::float8) at time zone 'UTC' $$;

create table vigie.feature (
  id             uuid        not null,
  layer          text        collate "C" not null,
  geom           geometry(Geometry, 4326),
  valid_from     timestamptz,
  valid_to       timestamptz,
  -- The end of what lasts longer than 31 days. An index on the start alone must be read from the very
  -- beginning to find what still goes on; with this column it is read from 31 days before, and the
  -- few long ones have a small index of their own. A column and not an expression, because under
  -- row-level security PostgreSQL uses an index only for conditions without "leaky" functions.
  long_until     timestamptz generated always as
                   (case when valid_to - valid_from > interval '31 days' then valid_to end) stored,
  time_precision text        collate "C",
  location_class text        collate "C",
  radius_m       float8,
  classification text        collate "C" not null,
  source_system  text        collate "C" not null,
  source_id      text        collate "C",
  batch          uuid,
  original       jsonb       not null default '[]',
  properties     jsonb       not null default '{}',
  version        bigint      not null,
  recorded_at    timestamptz not null,

  -- The id leads although the partition key must be in the key: comparing the ids decides.
  constraint feature_pkey primary key (id, layer),

  -- A range test alone lets NaN through (it sorts above every number, and the box of a line with a
  -- NaN vertex is the box of the others); ST_IsValid catches what the range does not. The count comes
  -- first because it is cheap and bounds the cost of the rest.
  constraint geometry_is_sound check (
    st_npoints(geom) <= 100000 and not st_isempty(geom)
    and st_xmin(geom) >= -180 and st_xmax(geom) <= 180
    and st_ymin(geom) >= -90 and st_ymax(geom) <= 90
    and st_isvalid(geom)),

  -- A start before 1900 or more than a year ahead is a typing error (year 0202, day and month
  -- swapped with the century), not history or planning; an end may be planned further ahead. The
  -- upper limits only ever move up, so a row that passed once passes again when a backup is restored.
  -- Both also refuse 'infinity'.
  constraint times_are_plausible check (
    valid_from >= timestamptz '1900-01-01 00:00:00+00' and valid_from <= now() + interval '1 year'
    and valid_to >= timestamptz '1900-01-01 00:00:00+00' and valid_to <= now() + interval '20 years'),
  constraint ends_after_start check (valid_to >= valid_from),

  constraint time_precision_is_known check (time_precision in
    ('EXACT_MINUTE', 'EXACT_DAY', '2-6_DAYS', 'WEEK', 'MONTH', 'YEAR')),
  constraint location_class_is_known check (location_class in
    ('GPS', 'SITE', 'VILLAGE', 'NEAR_PLACE', 'ADM3', 'ADM2', 'ADM1', 'ROUTE_SEGMENT', 'COUNTRY', 'MARITIME_AIR')),
  constraint classification_is_known check (classification in
    ('UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL')),
  -- NaN is greater than any number, so the upper limit (half the circumference of the earth) refuses it.
  constraint radius_is_plausible check (radius_m >= 0 and radius_m <= 20040000),
  constraint source_is_named check (length(source_system) between 1 and 100 and length(source_id) between 1 and 600),
  constraint documents_are_sound check (jsonb_typeof(original) = 'array' and jsonb_typeof(properties) = 'object'),
  constraint version_is_positive check (version >= 1)
) partition by list (layer);

create unique index feature_source on vigie.feature (source_id, source_system, layer) where source_id is not null;

comment on table vigie.feature is 'Everything the mission holds on the map, in its current version; one partition a layer. Read it through the typed views vigie.layer_…';
comment on column vigie.feature.geom is 'WGS 84, x = longitude, y = latitude, degrees';
comment on column vigie.feature.valid_from is 'when it was so in the world, inclusive';
comment on column vigie.feature.valid_to is 'exclusive end; for an event none means an instant, for a state "until further notice"';
comment on column vigie.feature.radius_m is 'radius of the uncertainty around the geometry, metres';
comment on column vigie.feature.source_id is 'name in the source system; with it the identity for idempotent re-import';
comment on column vigie.feature.original is 'the source record as it stood: an array of [column, value] pairs in the order of the source';
comment on column vigie.feature.recorded_at is 'when the mission recorded this version';

-- Keys for the transactions of the log. Not transaction ids of PostgreSQL: those start again in a
-- cluster restored from a dump and would collide with the old ones.
create sequence vigie.transaction_key;

create table vigie.change (
  sequence       bigint      generated always as identity,
  transaction    bigint      not null,
  operation      text        collate "C" not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
  id             uuid        not null,
  layer          text        collate "C" not null,
  geom           geometry(Geometry, 4326),
  valid_from     timestamptz,
  valid_to       timestamptz,
  long_until     timestamptz generated always as
                   (case when valid_to - valid_from > interval '31 days' then valid_to end) stored,
  time_precision text        collate "C",
  location_class text        collate "C",
  radius_m       float8,
  classification text        collate "C",
  source_system  text        collate "C",
  source_id      text        collate "C",
  batch          uuid,
  original       jsonb,
  properties     jsonb,
  version        bigint      not null,
  recorded_at    timestamptz not null,
  constraint change_pkey primary key (id, version, layer),
  constraint a_delete_has_no_after_image check (operation <> 'DELETE' or (properties is null and geom is null))
) partition by list (layer);

create index change_transaction on vigie.change (transaction);

comment on table vigie.change is 'Append-only: one row a change with the whole version after it, in the columns of vigie.feature. The author and the time of commit are in vigie.revision';

create table vigie.revision (
  number       bigint      primary key check (number >= 1),
  transaction  bigint      not null unique,
  committed_at timestamptz not null unique,
  author       text        not null check (author <> ''),
  title        text        not null default '',
  layer        text        collate "C",
  batch        uuid        unique,
  undoes       uuid        unique references vigie.revision (batch),
  inserted     bigint      not null default 0,
  updated      bigint      not null default 0,
  unchanged    bigint      not null default 0,
  repeated     bigint      not null default 0
);

comment on table vigie.revision is 'Append-only: one row a committed write, numbered in the order of commit';
comment on column vigie.revision.committed_at is 'taken last in the transaction under a lock held until its commit; strictly increasing';
comment on column vigie.revision.batch is 'the import this write was, if it was one';
comment on column vigie.revision.undoes is 'the import this write took back, if it did';

create function vigie.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% on %.% refused: the log is append-only', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

-- "Always", so that session_replication_role = replica does not switch it off.
create trigger append_only before update or delete or truncate on vigie.change
  for each statement execute function vigie.refuse_rewriting();
alter table vigie.change enable always trigger append_only;
create trigger append_only before update or delete or truncate on vigie.revision
  for each statement execute function vigie.refuse_rewriting();
alter table vigie.revision enable always trigger append_only;

-- What the layer files said when the tables were last brought into line with them.
create table vigie.layer (
  name  text collate "C" primary key,
  state text not null
);
comment on table vigie.layer is 'Layers that have tables; "state" is a digest of the declaration they were made from';
