#!/bin/sh
# Gives the two roles of the database their passwords, once, when its volume is made.
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner="$VIGIE_DATABASE_OWNER_PASSWORD" --set application="$VIGIE_DATABASE_PASSWORD" <<'SQL'
alter role vigie_owner password :'owner';
alter role vigie_application password :'application';
SQL
