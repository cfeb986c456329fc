-- Purpose: what has been kept long enough is forgotten. Index: job_expires.
delete from vigie.job where expires_at < now()
