-- Merges and splits: what one transaction did to features and links, so that it can be undone as a whole.
-- Append-only: one that was undone has a row in merge_end and stays itself. And pairs that are not the same.

alter table vigie.link drop constraint link_type_check, add constraint link_type_check check (type in
  ('same_as', 'distinct_from', 'part_of', 'follows', 'retaliation_for', 'caused_by', 'reported_by', 'corrects'));

-- What an import brought is looked through for duplicates.
create index feature_batch on vigie.feature (batch, id) where batch is not null;

create table vigie.merge (
  id          uuid     primary key,
  kind        text     collate "C" not null check (kind in ('MERGE', 'SPLIT')),
  layer       text     collate "C" not null,
  subject     uuid     not null,
  features    uuid[]   not null,
  versions    bigint[] not null,
  links_made  uuid[]   not null,
  links_ended uuid[]   not null,
  transaction bigint   not null,
  constraint each_has_its_version check (cardinality(features) = cardinality(versions) and cardinality(features) > 0),
  constraint subject_is_in_it check (subject = any (features))
);
create index merge_features on vigie.merge using gin (features);
create index merge_transaction on vigie.merge (transaction);

create table vigie.merge_end (
  merge       uuid   primary key references vigie.merge (id),
  transaction bigint not null
);
create index merge_end_transaction on vigie.merge_end (transaction);

comment on table vigie.merge is 'Append-only: what merges and splits did. Author and time are in vigie.revision, by transaction';
comment on column vigie.merge.versions is 'the version that each of features got by it, in the same order';
comment on table vigie.merge_end is 'Append-only: merges and splits that were undone';

create trigger append_only before update or delete or truncate on vigie.merge
  for each statement execute function vigie.refuse_rewriting();
alter table vigie.merge enable always trigger append_only;
create trigger append_only before update or delete or truncate on vigie.merge_end
  for each statement execute function vigie.refuse_rewriting();
alter table vigie.merge_end enable always trigger append_only;

-- Visible to those who see every feature in it, in the log, whose own policy decides: half a merge tells of
-- the other half. Made by whoever may write the layer.
alter table vigie.merge enable row level security;
alter table vigie.merge force row level security;
create policy all_of_it_is_seen on vigie.merge
  using (not exists (
    select from unnest(features) as part
     where not exists (select from vigie.change c where c.id = part and c.layer = merge.layer)));
create policy its_layer_is_writable on vigie.merge as restrictive for insert
  with check (layer = any ((select vigie.writable())::text[]));

alter table vigie.merge_end enable row level security;
alter table vigie.merge_end force row level security;
create policy the_merge_is_seen on vigie.merge_end
  using (exists (select from vigie.merge m where m.id = merge));
create policy its_layer_is_writable on vigie.merge_end as restrictive for insert
  with check (exists (select from vigie.merge m where m.id = merge
                       and m.layer = any ((select vigie.writable())::text[])));
