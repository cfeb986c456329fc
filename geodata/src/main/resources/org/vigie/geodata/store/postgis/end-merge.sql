-- Purpose: notes that a merge was undone, unless somebody did already. Parameters: transaction key, id.
-- Index: merge_pkey, merge_end_pkey.
insert into vigie.merge_end (merge, transaction)
select m.id, ? from vigie.merge m where m.id = ?
on conflict (merge) do nothing
