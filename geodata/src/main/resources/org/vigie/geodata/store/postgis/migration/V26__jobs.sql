-- Runs of processes that go on after their request was answered, with their results. Not part of the log: what was
-- computed can be computed again, so rows are changed while a job runs and forgotten when they expire.

create table vigie.job (
  id             uuid        primary key,
  owner          text        collate "C" not null check (owner <> ''),
  process        text        collate "C" not null,
  request        text        not null,
  access         jsonb       not null,
  state          text        collate "C" not null default 'ACCEPTED'
                 check (state in ('ACCEPTED', 'RUNNING', 'SUCCESSFUL', 'FAILED', 'DISMISSED')),
  percent        int         not null default 0 check (percent between 0 and 100),
  message        text        not null default '',
  sequence       bigint,
  committed_at   timestamptz,
  classification text        collate "C" not null default 'UNCLASSIFIED'
                 check (classification in ('UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL')),
  compartments   text[]      collate "C",
  layers         text[]      collate "C" not null default '{}',
  protections    text[]      collate "C" not null default '{}',
  area           geometry(Geometry, 4326),
  features       bigint      not null default 0,
  result         bytea,
  created_at     timestamptz not null default now(),
  started_at     timestamptz,
  finished_at    timestamptz,
  updated_at     timestamptz not null default now(),
  expires_at     timestamptz,
  runner         uuid,
  alive_at       timestamptz,
  attempts       int         not null default 0,
  constraint a_position_is_whole check ((sequence is null) = (committed_at is null)),
  constraint what_is_over_expires check ((state in ('ACCEPTED', 'RUNNING')) = (expires_at is null))
);
create index job_owner on vigie.job (owner, created_at desc);
create index job_waiting on vigie.job (created_at) where state in ('ACCEPTED', 'RUNNING');
create index job_expires on vigie.job (expires_at) where expires_at is not null;

comment on table vigie.job is 'Runs of processes in the background; kept for days, with a quota for each owner';
comment on column vigie.job.access is 'as whom it reads: the setting vigie.access of its request';
comment on column vigie.job.sequence is 'position of the log that it read, taken when it began; a repeated run reads the same';
comment on column vigie.job.classification is 'highest of all that was read, as are compartments, layers, protections and area';
comment on column vigie.job.features is 'how many features were read';
comment on column vigie.job.result is 'outputs as JSON; of a failed job the problem document';
comment on column vigie.job.alive_at is 'when its server last said that it is at it; silent for long, it is run again';

-- Nobody sees another's, and nobody his own any more once he may not see all that went in.
alter table vigie.job enable row level security;
alter table vigie.job force row level security;
create policy own on vigie.job for select using (
  owner = (select vigie.access() ->> 'author')
  and classification = any ((select vigie.cleared())::text[])
  and layers <@ (select vigie.readable())
  and (compartments is null or (select vigie.holds_all()) or compartments <@ (select vigie.held()))
  and protections <@ (select array(
        select jsonb_array_elements_text(coalesce(vigie.access() -> 'protections', '[]'))))
  and ((select vigie.area()) is null or coalesce(st_covers((select vigie.area()), area), false)));
create policy kept on vigie.job using ((select vigie.sees_everything()))
  with check ((select vigie.sees_everything()));
