package org.vigie.geodata.store.postgis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.Job;
import org.vigie.geodata.store.LogPosition;

/** A row of {@code vigie.job} without its result. */
final class JobRow {

  private JobRow() {}

  static Job read(ResultSet row) throws SQLException {
    return new Job(
        row.getObject("id", UUID.class),
        row.getString("process"),
        row.getString("request"),
        Job.State.valueOf(row.getString("state")),
        row.getInt("percent"),
        row.getString("message"),
        position(row),
        row.getLong("features"),
        Classification.valueOf(row.getString("classification")),
        row.getLong("size"),
        time(row, "created_at").orElseThrow(),
        time(row, "started_at"),
        time(row, "finished_at"),
        time(row, "updated_at").orElseThrow(),
        time(row, "expires_at"));
  }

  static Optional<LogPosition> position(ResultSet row) throws SQLException {
    Optional<Instant> committed = time(row, "committed_at");
    return committed.isEmpty()
        ? Optional.empty()
        : Optional.of(new LogPosition(row.getLong("sequence"), committed.get()));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
