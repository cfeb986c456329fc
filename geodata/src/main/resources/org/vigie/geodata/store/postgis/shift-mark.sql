-- Purpose: up to where the caller has said to have seen what changed. Parameter: the caller. Index: shift_mark_pkey.
select position, taken_at from vigie.shift_mark where owner = ?
