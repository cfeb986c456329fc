-- Purpose: what a commit would insert, update and leave alone. Parameter: layer.
-- Index: feature_source for a small load; a hash join over the partition for a large one.
select count(*) filter (where f.id is null),
       count(*) filter (where f.id is not null and /*news*/)
  from vigie_load l
  left join vigie.feature f
    on f.layer = ? and f.source_id = l.source_id and f.source_system = l.source_system
