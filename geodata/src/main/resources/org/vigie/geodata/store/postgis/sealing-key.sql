-- Purpose: the bytes with which positions of the log are sealed before they leave the server.
-- Index: none, one row.
select key from vigie.sealing_key
