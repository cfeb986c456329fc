-- Purpose: the caller has seen a version of a feature, or that it is gone (version 0), unless he has as many of these
--   as one may have. Parameters: the caller, layer, feature, version, how many at most. Index: shift_seen_pkey.
insert into vigie.shift_seen (owner, layer, feature, version)
select v.owner, v.layer, v.feature, v.version
  from (select ?::text as owner, ?::text as layer, ?::uuid as feature, ?::bigint as version) v
 where (select count(*) from vigie.shift_seen s where s.owner = v.owner) < ?
on conflict (owner, layer, feature) do update set version = excluded.version
