package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.Shifts;

/** One person's rows in {@code vigie.shift_mark} and {@code vigie.shift_seen}. */
final class PostgisShifts implements Shifts {

  private final Database database;
  private final Access access;

  PostgisShifts(Database database, Access access) {
    this.database = database;
    this.access = access;
  }

  @Override
  public Optional<Mark> mark() {
    return database.read(
        access,
        connection -> {
          try (PreparedStatement statement = prepare(connection, "shift-mark", owner());
              ResultSet rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(new Mark(rows.getLong(1), FeatureRow.time(rows, 2)))
                : Optional.empty();
          }
        });
  }

  @Override
  public void move(long position) {
    database.write(
        access,
        connection -> {
          try (PreparedStatement move = prepare(connection, "move-shift-mark", owner(), position);
              PreparedStatement forget = prepare(connection, "forget-shift", owner())) {
            return move.executeUpdate() + forget.executeUpdate();
          }
        });
  }

  @Override
  public Map<FeatureRef, Long> seen() {
    return database.read(
        access,
        connection -> {
          Map<FeatureRef, Long> seen = new HashMap<>();
          try (PreparedStatement statement = prepare(connection, "shift-seen", owner());
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              FeatureId id = new FeatureId(FeatureRow.uuid(rows, 2));
              seen.put(new FeatureRef(rows.getString(1), id), rows.getLong(3));
            }
          }
          return seen;
        });
  }

  @Override
  public void see(List<Seen> features) {
    database.write(
        access,
        connection -> {
          int noted = 0;
          for (Seen each : features) {
            FeatureRef feature = each.feature();
            try (PreparedStatement statement =
                prepare(
                    connection,
                    "see-shift",
                    owner(),
                    feature.layer(),
                    feature.id().value(),
                    each.version(),
                    MOST_SEEN)) {
              noted += statement.executeUpdate();
            }
          }
          return noted;
        });
  }

  private static PreparedStatement prepare(Connection connection, String file, Object... values)
      throws SQLException {
    return Statements.prepare(connection, Sql.of(Statements.file(file), values));
  }

  private String owner() {
    return access.author().name();
  }
}
