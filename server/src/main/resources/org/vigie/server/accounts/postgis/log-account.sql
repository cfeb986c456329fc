-- Purpose: one line of the account log. Parameters: when, by whom, user name, what. Index: none.
insert into vigie.account_log (at, by_whom, username, what) values (?, ?, ?, ?)
