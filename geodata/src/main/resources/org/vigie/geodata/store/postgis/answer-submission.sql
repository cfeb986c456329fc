-- Purpose: keeps the answer with the key, in the transaction that took it. Index: submission_pkey.
select vigie.answer_submission(?::uuid, ?, ?, ?)
