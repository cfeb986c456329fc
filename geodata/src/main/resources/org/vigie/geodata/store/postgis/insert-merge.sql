-- Purpose: notes what a merge or a split did. Parameters: id, kind, layer, subject, features, their
--   versions, links made, links ended, transaction key.
insert into vigie.merge (id, kind, layer, subject, features, versions, links_made, links_ended, transaction)
values (?, ?, ?, ?, ?, ?, ?, ?, ?)
