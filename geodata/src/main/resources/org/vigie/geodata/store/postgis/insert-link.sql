-- Purpose: links two features. Parameters: id, type, layer and id of the first, of the second,
--   transaction key.
insert into vigie.link (id, type, from_layer, from_id, to_layer, to_id, transaction)
values (?, ?, ?, ?, ?, ?, ?)
