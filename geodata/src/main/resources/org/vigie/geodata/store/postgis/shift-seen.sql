-- Purpose: what the caller has seen one by one since the mark. Parameter: the caller. Index: shift_seen_pkey.
select layer, feature, version from vigie.shift_seen where owner = ?
