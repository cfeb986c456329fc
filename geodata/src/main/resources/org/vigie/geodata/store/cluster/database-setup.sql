-- What a superuser does once in the database of a mission, after "create extension postgis". Idempotent:
-- a role without these rights could not do it, and repeating it does no harm.

-- Row-level security lets an index decide before the policy only if the operator is known not to tell
-- anything of the rows it sees. Neither of these does: the first compares boxes and fails on no row, the
-- second takes a text out of a document and fails on none.
alter function geometry_overlaps(geometry, geometry) leakproof;
alter function pg_catalog.jsonb_object_field_text(jsonb, text) leakproof;

-- These answer from the statistics of the planner, which know every row, whoever asks.
revoke execute on function st_estimatedextent(text, text) from public;
revoke execute on function st_estimatedextent(text, text, text) from public;
revoke execute on function st_estimatedextent(text, text, text, boolean) from public;
revoke execute on function st_findextent(text, text) from public;
revoke execute on function st_findextent(text, text, text) from public;
revoke execute on function _postgis_selectivity(regclass, text, geometry, text) from public;
revoke execute on function _postgis_stats(regclass, text, text) from public;
