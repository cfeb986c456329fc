-- Purpose: keeps the answer with the key, in the transaction that took it. Index: submission_pkey.
update vigie.submission set status = ?, location = ?, tag = ?
 where submitter = ? and key = ?::uuid
