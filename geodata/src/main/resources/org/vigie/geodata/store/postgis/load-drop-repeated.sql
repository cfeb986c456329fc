-- Purpose: of several features with one identity in one load only the last one counts.
-- Index: none; the stage is read whole once, and again only for those that repeat.
delete from vigie_load l
 using (select source_system, source_id, max(ord) as last
          from vigie_load
         where source_id is not null
         group by source_system, source_id
        having count(*) > 1) again
 where l.source_id = again.source_id and l.source_system = again.source_system and l.ord < again.last
