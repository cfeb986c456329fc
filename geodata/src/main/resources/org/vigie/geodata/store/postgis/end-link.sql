-- Purpose: takes a link back, unless somebody did already. Parameters: transaction key, id.
-- Index: link_pkey, link_end_pkey.
insert into vigie.link_end (link, transaction)
select l.id, ? from vigie.link l where l.id = ?
on conflict (link) do nothing
