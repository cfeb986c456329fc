-- Purpose: where a bulk load waits for its commit. Temporary: visible to its own session only, not in
--   the write-ahead log, gone with the session. The features in it were checked; the constraints of
--   vigie.feature check them again at commit.
create temporary table vigie_load (
  ord            bigint not null,
  id             uuid not null,
  geom           geometry,
  valid_from     timestamptz,
  valid_to       timestamptz,
  time_precision text collate "C",
  location_class text collate "C",
  radius_m       float8,
  classification text collate "C",
  compartments   text[] collate "C",
  source_system  text collate "C" not null,
  source_id      text collate "C",
  original       jsonb not null,
  properties     jsonb not null,
  -- by protection, what is kept apart; and whether the place was generalised
  protected      jsonb not null,
  withheld       boolean not null,
  -- the property that holds the state, which what is stored keeps; null when the load brings it
  state          text collate "C",
  -- states that are lost when this property changes, for the two-person rule holds only now
  decided        text[] collate "C",
  decided_by     text collate "C")
