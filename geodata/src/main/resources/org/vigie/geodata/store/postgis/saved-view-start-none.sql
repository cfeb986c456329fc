-- Purpose: none of an owner's views is the one the map opens with. Index: saved_view_owner.
update vigie.saved_view set starts = false where owner = ? and starts
