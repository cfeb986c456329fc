-- What is kept apart from the features: protected properties, and since when a place is generalised.
-- Both append-only and visible by the rules of the features they belong to.

create table vigie.protected_value (
  id          uuid   not null,
  layer       text   collate "C" not null,
  version     bigint not null,
  protection  text   collate "C" not null check (protection in ('SOURCE_IDENTITY', 'RESTRICTED_NARRATIVE')),
  properties  jsonb  not null check (jsonb_typeof(properties) = 'object'),
  transaction bigint not null,
  -- The id leads because it decides; the version last because the newest up to some version is asked for.
  constraint protected_value_pkey primary key (id, layer, protection, version)
);
create index protected_value_transaction on vigie.protected_value (transaction);
comment on table vigie.protected_value is 'Append-only: the protected properties of a feature from a version on, until a later row; {} when they were taken away';

create table vigie.place_withheld (
  id          uuid   not null,
  layer       text   collate "C" not null,
  version     bigint not null,
  transaction bigint not null,
  constraint place_withheld_pkey primary key (id, layer, version)
);
create index place_withheld_transaction on vigie.place_withheld (transaction);
comment on table vigie.place_withheld is 'Append-only: the version from which on the place of a feature is generalised; versions before it are shown to nobody';

create trigger append_only before update or delete or truncate on vigie.protected_value
  for each statement execute function vigie.refuse_rewriting();
alter table vigie.protected_value enable always trigger append_only;
create trigger append_only before update or delete or truncate on vigie.place_withheld
  for each statement execute function vigie.refuse_rewriting();
alter table vigie.place_withheld enable always trigger append_only;

-- What the caller may see of the protected properties of one version, by protection.
create function vigie.protected_at(of_layer text, of_id uuid, at_version bigint) returns jsonb
  language sql stable parallel safe
  begin atomic
    select coalesce(jsonb_object_agg(latest.protection, latest.properties), '{}')
      from (select distinct on (p.protection) p.protection, p.properties
              from vigie.protected_value p
             where p.id = of_id and p.layer = of_layer and p.version <= at_version
             order by p.protection, p.version desc) latest
     where latest.properties <> '{}';
  end;

-- The same as one document of properties, as it is laid over the document of the feature.
create function vigie.protected_properties(of_layer text, of_id uuid, at_version bigint) returns jsonb
  language sql stable parallel safe
  begin atomic
    select coalesce(jsonb_object_agg(v.key, v.value), '{}')
      from jsonb_each(vigie.protected_at(of_layer, of_id, at_version)) p, jsonb_each(p.value) v;
  end;

-- Whoever sees the feature in any version, and holds the protection. The log and not the features is
-- asked, so that what was known of a deleted feature stays part of what was known.
alter table vigie.protected_value enable row level security;
alter table vigie.protected_value force row level security;
create policy seen on vigie.protected_value for select
  using (protection = any ((select array(select jsonb_array_elements_text(
             nullif(current_setting('vigie.access', true), '')::jsonb -> 'protections')))::text[])
     and exists (select from vigie.change c
                  where c.id = protected_value.id and c.layer = protected_value.layer));
create policy added on vigie.protected_value for insert
  with check (protection = any ((select array(select jsonb_array_elements_text(
                 nullif(current_setting('vigie.access', true), '')::jsonb -> 'protections')))::text[])
     and exists (select from vigie.change c
                  where c.id = protected_value.id and c.layer = protected_value.layer
                    and c.version = protected_value.version));

-- It says nothing but that an older version is hidden, and the policy of the log must read it.
alter table vigie.place_withheld enable row level security;
alter table vigie.place_withheld force row level security;
create policy seen on vigie.place_withheld for select
  using (nullif(current_setting('vigie.access', true), '') is not null);
create policy added on vigie.place_withheld for insert
  with check (exists (select from vigie.change c
                       where c.id = place_withheld.id and c.layer = place_withheld.layer
                         and c.version = place_withheld.version));

-- Whatever else allows a version to be seen: not with a place finer than the mission now shows.
create policy place_is_not_finer on vigie.change as restrictive for select
  using (id not in (select w.id from vigie.place_withheld w)
      or not exists (select from vigie.place_withheld w
                      where w.id = change.id and w.layer = change.layer and w.version > change.version));

do $$
begin
  if exists (select from pg_roles where rolname = 'vigie_application') then
    grant select, insert on vigie.protected_value, vigie.place_withheld to vigie_application;
    grant execute on function vigie.protected_at(text, uuid, bigint),
      vigie.protected_properties(text, uuid, bigint) to vigie_application;
  end if;
end $$;
