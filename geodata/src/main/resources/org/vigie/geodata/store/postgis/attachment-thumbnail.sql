-- The small picture; primary key.
select thumbnail from vigie.attachment where id = ? and feature = ? and layer = ?
