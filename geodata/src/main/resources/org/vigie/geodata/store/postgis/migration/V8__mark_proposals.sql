-- Lowering a mark takes two people. One row a proposal; what was decided stays.

create table vigie.mark_proposal (
  id                  uuid        primary key,
  layer               text        collate "C" not null,
  feature             uuid        not null,
  from_classification text        collate "C" not null,
  from_compartments   text[]      collate "C",
  to_classification   text        collate "C" not null check (to_classification in
                                    ('UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL')),
  to_compartments     text[]      collate "C",
  reason              text        not null check (length(btrim(reason)) between 1 and 2000),
  proposer            text        not null check (proposer <> ''),
  proposed_at         timestamptz not null default clock_timestamp(),
  decision            text        collate "C" check (decision in ('APPROVED', 'REJECTED')),
  decided_by          text,
  decided_at          timestamptz,
  decided_in          xid8,
  constraint is_decided_whole check (num_nonnulls(decision, decided_by, decided_at, decided_in) in (0, 4)),
  -- Whoever proposed may take the wish back, and never grant it.
  constraint two_people_lower check (decision <> 'APPROVED' or decided_by <> proposer)
);
create unique index mark_proposal_waiting on vigie.mark_proposal (feature, layer) where decision is null;
comment on table vigie.mark_proposal is 'Wishes that a feature be marked lower, and who granted or refused them';

-- As visible as the feature is, whose own policies decide.
alter table vigie.mark_proposal enable row level security;
alter table vigie.mark_proposal force row level security;
create policy seen on vigie.mark_proposal for select
  using (exists (select from vigie.feature f where f.id = mark_proposal.feature and f.layer = mark_proposal.layer));
create policy proposed on vigie.mark_proposal for insert
  with check (exists (select from vigie.feature f where f.id = mark_proposal.feature and f.layer = mark_proposal.layer)
              and proposer = (select vigie.access() ->> 'author')
              and layer = any ((select vigie.writable())::text[]));
create policy decided on vigie.mark_proposal for update
  using (exists (select from vigie.feature f where f.id = mark_proposal.feature and f.layer = mark_proposal.layer)
         and layer = any ((select vigie.writable())::text[]))
  with check (decided_by = (select vigie.access() ->> 'author'));

-- Whatever the program does: marks become lower only in the transaction in which a second person grants it.
create function vigie.refuse_lower_marks() returns trigger language plpgsql as $$
begin
  if vigie.higher(old.classification, new.classification) = new.classification
     and coalesce(old.compartments, '{}') <@ coalesce(new.compartments, '{}') then
    return new;
  end if;
  if exists (select from vigie.mark_proposal p
              where p.layer = new.layer and p.feature = new.id and p.decision = 'APPROVED'
                and p.decided_by = vigie.access() ->> 'author' and p.decided_in = pg_current_xact_id()
                and p.to_classification = new.classification
                and p.to_compartments is not distinct from new.compartments) then
    return new;
  end if;
  raise exception 'the marks of %/% may not become lower', new.layer, new.id
    using errcode = 'insufficient_privilege';
end $$;
create trigger marks_are_not_lowered before update on vigie.feature for each row
  when (old.classification is distinct from new.classification
        or old.compartments is distinct from new.compartments)
  execute function vigie.refuse_lower_marks();
alter table vigie.feature enable always trigger marks_are_not_lowered;

grant select, insert on vigie.mark_proposal to vigie_application;
grant update (decision, decided_by, decided_at, decided_in) on vigie.mark_proposal to vigie_application;
