-- Purpose: basemaps the caller may see, from the bottom. Index: none, there are a few dozen.
select id, title, attribution, classification, place, shown, state, progress, problem, file, ground, bytes, sha256,
       author, added_at
  from vigie.basemap
 order by place, added_at, id
