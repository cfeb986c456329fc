-- Purpose: version of the server, as it calls itself. Index: none.
select current_setting('server_version')
