package org.vigie.geodata.store.postgis;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.Merge;

/** What merges and splits did, on one connection. */
final class Merges {

  private final Connection connection;

  Merges(Connection connection) {
    this.connection = connection;
  }

  Optional<Merge> find(UUID id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(Statements.file("merges").replace("/*which*/", "m.id = ?"))) {
      statement.setObject(1, id);
      return read(statement).stream().findFirst();
    }
  }

  /** Those that changed a feature and were not undone, newest first. */
  List<Merge> standing(FeatureRef of) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            Statements.file("merges")
                .replace(
                    "/*which*/", "m.features @> array[?] and m.layer = ? and e.merge is null"))) {
      statement.setObject(1, of.id().value());
      statement.setString(2, of.layer());
      return read(statement);
    }
  }

  void insert(Merge.Draft merge, long transaction) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(Statements.file("insert-merge"))) {
      statement.setObject(1, merge.id());
      statement.setString(2, merge.kind().name());
      statement.setString(3, merge.layer());
      statement.setObject(4, merge.subject().value());
      statement.setArray(5, uuids(merge.parts().stream().map(part -> part.id().value()).toList()));
      statement.setArray(
          6,
          connection.createArrayOf(
              "bigint", merge.parts().stream().map(Merge.Part::version).toArray()));
      statement.setArray(7, uuids(merge.made()));
      statement.setArray(8, uuids(merge.ended()));
      statement.setLong(9, transaction);
      statement.executeUpdate();
    }
  }

  /** Whether it stood until now. */
  boolean end(UUID merge, long transaction) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Statements.file("end-merge"))) {
      statement.setLong(1, transaction);
      statement.setObject(2, merge);
      return statement.executeUpdate() > 0;
    }
  }

  private Array uuids(List<UUID> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray());
  }

  private static List<Merge> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Merge> merges = new ArrayList<>();
      while (rows.next()) {
        UUID[] features = (UUID[]) rows.getArray(5).getArray();
        Long[] versions = (Long[]) rows.getArray(6).getArray();
        List<Merge.Part> parts = new ArrayList<>();
        for (int i = 0; i < features.length; i++) {
          parts.add(new Merge.Part(new FeatureId(features[i]), versions[i]));
        }
        merges.add(
            new Merge(
                new Merge.Draft(
                    FeatureRow.uuid(rows, 1),
                    Merge.Kind.valueOf(rows.getString(2)),
                    rows.getString(3),
                    new FeatureId(FeatureRow.uuid(rows, 4)),
                    parts,
                    Arrays.asList((UUID[]) rows.getArray(7).getArray()),
                    Arrays.asList((UUID[]) rows.getArray(8).getArray())),
                new Author(rows.getString(9)),
                FeatureRow.time(rows, 10),
                rows.getBoolean(11)));
      }
      return merges;
    }
  }
}
