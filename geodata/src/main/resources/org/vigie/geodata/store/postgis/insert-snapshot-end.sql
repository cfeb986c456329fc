-- Purpose: a snapshot is withdrawn, once. Parameters: its id, by whom. Index: snapshot_end_pkey.
insert into vigie.snapshot_end (snapshot, author) values (?, ?) on conflict (snapshot) do nothing
