-- Purpose: features that are not as the log last left them: changed, added or taken away past the log.
-- Index: joins by change_pkey and feature_pkey; reads both tables whole.
select 'feature' as tab, f.layer, f.id, f.version,
       case when c.id is null or c.operation = 'DELETE' then 'is not in the log'
            when n.id is not null then 'is an older version than the log has'
            else 'differs from the log' end as what
  from vigie.feature f
  left join vigie.change c on c.id = f.id and c.version = f.version and c.layer = f.layer
  left join vigie.change n on n.id = f.id and n.version = f.version + 1 and n.layer = f.layer
 where f.layer <> '*canary*'
   and (c.id is null or c.operation = 'DELETE' or n.id is not null
        or /*content of f*/ is distinct from /*content of c*/)
union all
select 'feature', c.layer, c.id, c.version, 'is in the log and not among the features'
  from vigie.change c
 where c.layer <> '*canary*' and c.operation <> 'DELETE'
   and not exists (select from vigie.feature f where f.id = c.id and f.layer = c.layer)
   and not exists (select from vigie.change n where n.id = c.id and n.layer = c.layer and n.version > c.version)
