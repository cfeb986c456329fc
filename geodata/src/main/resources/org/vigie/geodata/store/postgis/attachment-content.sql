-- The picture itself; primary key.
select content from vigie.attachment where id = ? and feature = ? and layer = ?
