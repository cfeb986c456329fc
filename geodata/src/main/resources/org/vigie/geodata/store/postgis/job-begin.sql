-- Purpose: what a job reads, once. Index: the primary key.
update vigie.job set sequence = ?, committed_at = ? where id = ? and sequence is null
