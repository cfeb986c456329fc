-- Purpose: what somebody shared is only his own again. Index: the primary key.
update vigie.saved_view set shared = false, changed_at = now() where id = ? and shared
