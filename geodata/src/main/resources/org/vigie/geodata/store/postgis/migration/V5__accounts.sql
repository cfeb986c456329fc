-- Who may sign in, who is signed in, and what was decided about them. No password, session id or API
-- token stands here in a form that could be used: passwords as Argon2id, the others (256 random bits)
-- as SHA-256.

create table vigie.account (
  username             text        collate "C" primary key
                       constraint username_is_plain check (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  title                text        not null check (length(title) between 1 and 200),
  roles                text[]      not null,
  clearance            text        collate "C" not null
                       check (clearance in ('UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL')),
  compartments         text[]      not null default '{}',
  area                 geometry(Geometry, 4326) check (st_isvalid(area)),
  disabled             boolean     not null default false,
  password_hash        text        not null,
  must_change_password boolean     not null,
  created_at           timestamptz not null,
  changed_at           timestamptz not null
);
comment on table vigie.account is 'Local accounts. A name is never given again: who leaves is disabled';
comment on column vigie.account.area is 'area of responsibility, WGS 84; null for the whole mission';
comment on column vigie.account.password_hash is 'Argon2id with its parameters, in the PHC string format';

create function vigie.refuse_forgetting_accounts() returns trigger language plpgsql as $$
begin
  raise exception '% on % refused: a user name is never given again, disable the account', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
create trigger names_stay before delete or truncate on vigie.account
  for each statement execute function vigie.refuse_forgetting_accounts();

create table vigie.account_log (
  number   bigint      generated always as identity primary key,
  at       timestamptz not null,
  by_whom  text        not null check (by_whom <> ''),
  username text        collate "C" not null references vigie.account,
  what     text        not null check (what <> '')
);
create index account_log_username on vigie.account_log (username, number);
comment on table vigie.account_log is 'Append-only: every change of an account, its password and its tokens';
create trigger append_only before update or delete or truncate on vigie.account_log
  for each statement execute function vigie.refuse_rewriting();

create table vigie.session (
  digest       bytea       primary key check (length(digest) = 32),
  username     text        collate "C" not null references vigie.account,
  started_at   timestamptz not null,
  last_used_at timestamptz not null
);
create index session_username on vigie.session (username);
create index session_last_used on vigie.session (last_used_at);
comment on column vigie.session.digest is 'SHA-256 of the id that the cookie carries';

create table vigie.known_device (
  digest       bytea       primary key check (length(digest) = 32),
  username     text        collate "C" not null references vigie.account,
  last_used_at timestamptz not null
);
create index known_device_username on vigie.known_device (username);
comment on table vigie.known_device is 'Browsers from which an account has signed in; guessing elsewhere does not lock them out';

create table vigie.api_token (
  id           uuid        primary key,
  digest       bytea       not null unique check (length(digest) = 32),
  username     text        collate "C" not null references vigie.account,
  name         text        not null check (length(name) between 1 and 100),
  writes       boolean     not null,
  layers       text[],
  roles        text[],
  created_at   timestamptz not null,
  expires_at   timestamptz not null check (expires_at > created_at),
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index api_token_username on vigie.api_token (username, created_at);
comment on column vigie.api_token.layers is 'the only layers it reaches; null for all of the account''s';
comment on column vigie.api_token.roles is 'the only roles it lends; null for all of the account''s';
