-- Links between features: who said that they belong together, when, and who took it back.
-- Append-only like the log: a link that no longer holds has a row in link_end and stays itself.

create table vigie.link (
  id          uuid   primary key,
  type        text   collate "C" not null check (type in
    ('same_as', 'part_of', 'follows', 'retaliation_for', 'caused_by', 'reported_by', 'corrects')),
  from_layer  text   collate "C" not null,
  from_id     uuid   not null,
  to_layer    text   collate "C" not null,
  to_id       uuid   not null,
  transaction bigint not null,
  constraint joins_two_features check (from_id <> to_id)
);
create index link_from on vigie.link (from_id, from_layer);
create index link_to on vigie.link (to_id, to_layer);
create index link_transaction on vigie.link (transaction);

create table vigie.link_end (
  link        uuid   primary key references vigie.link (id),
  transaction bigint not null
);
create index link_end_transaction on vigie.link_end (transaction);

comment on table vigie.link is 'Append-only: how features stand to one another. Author and time are in vigie.revision, by transaction';
comment on table vigie.link_end is 'Append-only: links that were taken back';

create trigger append_only before update or delete or truncate on vigie.link
  for each statement execute function vigie.refuse_rewriting();
alter table vigie.link enable always trigger append_only;
create trigger append_only before update or delete or truncate on vigie.link_end
  for each statement execute function vigie.refuse_rewriting();
alter table vigie.link_end enable always trigger append_only;

-- A link is visible to those who see both ends. The ends are looked for in the log and not among the
-- current features, so that a link of something deleted stays part of what was known; the log's own
-- policy hides what the caller may not see, and that is the only definition of it.
alter table vigie.link enable row level security;
alter table vigie.link force row level security;
create policy both_ends_are_seen on vigie.link
  using (exists (select from vigie.change c where c.id = from_id and c.layer = from_layer)
     and exists (select from vigie.change c where c.id = to_id and c.layer = to_layer));

alter table vigie.link_end enable row level security;
alter table vigie.link_end force row level security;
create policy the_link_is_seen on vigie.link_end
  using (exists (select from vigie.link l where l.id = link));
