-- Purpose: saved views the caller may see: his own in his order, then what others share. Index: saved_view_owner,
--   saved_view_shared. Parameter: who asks.
select v.id, v.owner, v.name, v.note, v.address, v.shared, v.starts, v.place, v.classification, v.compartments,
       v.created_at, v.changed_at
  from vigie.saved_view v
 where v.owner = ? or v.shared
 order by v.owner <> ?, v.owner, v.place, v.created_at, v.id
