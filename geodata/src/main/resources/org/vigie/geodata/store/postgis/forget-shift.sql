-- Purpose: what was seen one by one lies behind the mark now. Parameter: the caller. Index: shift_seen_pkey.
delete from vigie.shift_seen where owner = ?
