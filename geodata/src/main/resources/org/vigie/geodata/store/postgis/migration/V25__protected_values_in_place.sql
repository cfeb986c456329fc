-- Reads lay the protected values over a document in their own statement: a call for every row worked out the
-- rights of the caller each time.
drop function vigie.protected_properties(text, uuid, bigint);
