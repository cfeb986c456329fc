-- Purpose: the caller has seen what changed up to a position. Parameters: the caller, the position.
-- Index: shift_mark_pkey.
insert into vigie.shift_mark (owner, position) values (?, ?)
on conflict (owner) do update set position = excluded.position, taken_at = now()
