-- Purpose: what was sent under a key, and its answer. Index: submission_pkey.
select encode(digest, 'hex'), status, location, tag
  from vigie.submission
 where submitter = ? and key = ?::uuid
