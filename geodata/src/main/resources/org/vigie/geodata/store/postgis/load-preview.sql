-- Purpose: what a commit would insert, update and leave alone. Parameter: layer.
-- Index: as load-match.
select count(*) filter (where f.id is null),
       count(*) filter (where f.id is not null and /*news*/)
  from vigie_load l
  left join vigie.feature f
    on /*match*/
