-- Purpose: of two who write one identity into a layer at once the second waits until the first has
--   committed; a bulk load of the layer waits for both and they for it. A fixed number of locks, so that
--   a large transaction does not use them up. Parameters: layer; layer, source system, source id.
-- Index: none.
select pg_advisory_xact_lock_shared(hashtextextended('vigie load into ' || ?, 0)),
       pg_advisory_xact_lock(hashtextextended('vigie identity', hashtextextended(concat_ws(e'\n', ?, ?, ?), 0) & 63))
