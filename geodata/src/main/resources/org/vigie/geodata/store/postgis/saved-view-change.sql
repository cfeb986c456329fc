-- Purpose: a saved view says something else. Index: the primary key.
update vigie.saved_view
   set name = ?, note = ?, address = ?, shared = ?, starts = ?, classification = ?, compartments = ?, changed_at = now()
 where id = ?
