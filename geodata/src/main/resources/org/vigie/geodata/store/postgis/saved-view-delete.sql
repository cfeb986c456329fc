-- Purpose: a saved view is forgotten. Index: the primary key.
delete from vigie.saved_view where id = ?
