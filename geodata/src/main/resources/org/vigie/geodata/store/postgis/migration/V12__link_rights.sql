-- A link is made by whoever may change what it says something about: the incident a report is linked to,
-- else the first of the two.
create policy its_owner_is_writable on vigie.link as restrictive for insert
  with check (case when type = 'reported_by' then to_layer else from_layer end
              = any ((select vigie.writable())::text[]));
