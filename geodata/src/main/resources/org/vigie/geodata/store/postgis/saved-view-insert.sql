-- Purpose: a view is saved as the last of its owner's, unless he has as many as he may. The lock of the transaction,
--   taken before, keeps two requests of his apart. Index: saved_view_owner.
insert into vigie.saved_view (id, owner, name, note, address, shared, starts, classification, compartments, place)
select v.*, coalesce((select max(place) + 1 from vigie.saved_view where owner = v.owner), 0)
  from (select ?::uuid, ?::text as owner, ?::text, ?::text, ?::text, ?::boolean, ?::boolean, ?::text, ?::text[]) v
 where (select count(*) from vigie.saved_view where owner = v.owner) < ?
