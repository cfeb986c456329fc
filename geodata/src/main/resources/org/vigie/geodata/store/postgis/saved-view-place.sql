-- Purpose: a saved view stands elsewhere among its owner's. Index: the primary key.
update vigie.saved_view set place = ? where id = ? and place <> ?
