-- Purpose: remembers a browser that an account has signed in from. Parameters: digest, user name, when.
-- Index: none.
insert into vigie.known_device (digest, username, last_used_at) values (?, ?, ?)
