-- Purpose: takes a key for this sender. No row when the key is taken; one that is being taken at this
--   moment is waited for, so that of two equal requests the second finds the answer of the first.
-- Index: submission_pkey decides.
insert into vigie.submission (submitter, key, digest)
values (?, ?::uuid, ?)
on conflict do nothing
returning 1
