-- Counts that a layer file releases to everybody: by area and month, rounded, as known at fixed moments.

alter table vigie.layer
  add column released_by text collate "C",
  add column released_below int,
  add constraint released_whole check (num_nonnulls(released_by, released_below) in (0, 2)),
  add constraint released_below_hides check (released_below between 3 and 1000);
comment on column vigie.layer.released_by is 'the property whose values are the areas of released counts; null when none are released';
comment on column vigie.layer.released_below is 'counts below it are not told, others as a multiple of it';

-- Every circle of readers (classification and compartments) is rounded down by itself: whoever sees one circle
-- and subtracts what he sees is left with multiples of "below" again, however many he writes into it. A cell that
-- is not returned has no circle of that many, and an empty one is not told from it. No total is counted: whoever
-- wants one adds what is told, so that no cell follows from the others.
create function vigie.count_cells(of_layer text, by_property text, below int, cut timestamptz)
  returns table (area text, month date, at_least bigint)
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
    with newest as (
      select distinct on (c.id) c.operation, c.valid_from, c.classification, c.compartments,
             c.properties ->> by_property as place
        from vigie.change c join vigie.revision r on r.transaction = c.transaction
       where c.layer = of_layer and r.committed_at <= cut
       order by c.id, c.version desc),
    circle as (
      select place, date_trunc('month', valid_from at time zone 'UTC')::date as period,
             below * (count(*) / below) as told
        from newest
       where operation <> 'DELETE' and place <> ''
         and valid_from at time zone 'UTC' < date_trunc('month', cut at time zone 'UTC')
       group by place, period, classification, compartments)
    select place, period, sum(told)::bigint from circle where told > 0 group by place, period
  $$;
revoke execute on function vigie.count_cells from public;
comment on function vigie.count_cells is 'for vigie.released_counts alone: whoever chose its parameters could tell one row';

-- The only read that counts rows its caller may not see. The caller says which layer and nothing else; what was
-- written since the month began changes no answer. In the month of a layer's first write, usually an import of
-- what there was, the state after that write stands for the state at the beginning of the month. Whoever is
-- limited to an area sees and writes part of a circle, and so could count up to the next multiple: he gets none,
-- and neither does who has no role.
create function vigie.released_counts(of_layer text)
  returns table (area text, month date, at_least bigint)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  caller text := coalesce(current_setting('vigie.access', true), '');
  declared vigie.layer;
  cut timestamptz;
begin
  select * into declared from vigie.layer l where l.name = of_layer and l.released_by is not null;
  if not found or caller = '' or caller::jsonb ->> 'area' is not null
     or jsonb_array_length(caller::jsonb -> 'readable') = 0 then
    return;
  end if;
  -- The owner is under the policies too. Versions with a place that is finer than shown today count as well, or
  -- hiding one would change the answer within the month.
  perform vigie.see_everything();
  cut := greatest(
    date_trunc('month', now() at time zone 'UTC') at time zone 'UTC',
    (select r.committed_at from vigie.revision r
      where exists (select from vigie.change c where c.transaction = r.transaction and c.layer = of_layer)
      order by r.number limit 1));
  return query
    select * from vigie.count_cells(of_layer, declared.released_by, declared.released_below, cut);
  perform set_config('vigie.access', caller, true);
end $$;
revoke execute on function vigie.released_counts from public;
comment on function vigie.released_counts is 'runs as the owner: rounded counts of a layer that declares them, at the beginning of the month';
grant execute on function vigie.released_counts to vigie_application;
