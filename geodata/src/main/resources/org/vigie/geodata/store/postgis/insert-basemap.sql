-- Purpose: a basemap is added on top of the others. Index: none, there are a few dozen.
insert into vigie.basemap (id, title, attribution, classification, state, file, ground, bytes, sha256, author, place, shown)
select v.*, coalesce((select max(place) + 1 from vigie.basemap), 0), true
  from (select ?::uuid, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::bigint, ?::text, ?::text) v
