-- Purpose: a job is accepted, unless its owner has as many that are not over as he may have. The lock of the
--   transaction, taken before, keeps two requests of his apart. Index: job_owner.
insert into vigie.job (id, owner, process, request, access, protections, area)
select v.id, v.owner, v.process, v.request, v.access,
       array(select jsonb_array_elements_text(coalesce(v.access -> 'protections', '[]'))),
       st_setsrid(st_geomfromewkb(decode(v.access ->> 'area', 'hex')), 4326)
  from (select ?::uuid as id, ?::text as owner, ?::text as process, ?::text as request, ?::jsonb as access) v
 where (select count(*) from vigie.job j where j.owner = v.owner and j.state in ('ACCEPTED', 'RUNNING')) < ?
returning id, process, request, state, percent, message, sequence, committed_at, features, classification,
       coalesce(length(result), 0) as size, created_at, started_at, finished_at, updated_at, expires_at
