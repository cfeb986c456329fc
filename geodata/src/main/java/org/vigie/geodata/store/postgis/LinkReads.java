package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.store.Corrections;
import org.vigie.geodata.store.FeatureLink;

/** Reads of links, on a connection whose transaction is one snapshot. */
final class LinkReads {

  /**
   * @param stands whether both ends are there today
   */
  record Row(FeatureLink link, boolean stands) {

    boolean holds() {
      return stands && link.ended().isEmpty();
    }
  }

  private final Connection connection;

  LinkReads(Connection connection) {
    this.connection = connection;
  }

  /** Every link a feature has or had, oldest first. */
  List<Row> all(FeatureRef of) throws SQLException {
    UUID id = of.id().value();
    return rows(Sql.of(Statements.file("links"), of.layer(), id, of.layer(), id));
  }

  Optional<Row> find(UUID id) throws SQLException {
    return rows(Sql.of(Statements.file("link"), id)).stream().findFirst();
  }

  Corrections corrections(String layer) throws SQLException {
    Sql sql = Sql.of(Statements.file("corrections"), layer);
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      Map<FeatureId, FeatureRef> by = new HashMap<>();
      while (rows.next()) {
        by.put(
            new FeatureId(FeatureRow.uuid(rows, 1)),
            new FeatureRef(rows.getString(2), new FeatureId(FeatureRow.uuid(rows, 3))));
      }
      return new Corrections(by);
    }
  }

  private List<Row> rows(Sql sql) throws SQLException {
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      List<Row> links = new ArrayList<>();
      while (rows.next()) {
        links.add(new Row(link(rows), rows.getBoolean(11)));
      }
      return links;
    }
  }

  private static FeatureLink link(ResultSet row) throws SQLException {
    String ender = row.getString(9);
    return new FeatureLink(
        FeatureRow.uuid(row, 1),
        LinkType.find(row.getString(2)).orElseThrow(),
        ref(row, 3),
        ref(row, 5),
        new Author(row.getString(7)),
        FeatureRow.time(row, 8),
        end(ender, FeatureRow.instant(row, 10)));
  }

  private static Optional<FeatureLink.End> end(@Nullable String author, @Nullable Instant at) {
    return author == null || at == null
        ? Optional.empty()
        : Optional.of(new FeatureLink.End(new Author(author), at));
  }

  static FeatureRef ref(ResultSet row, int column) throws SQLException {
    return new FeatureRef(row.getString(column), new FeatureId(FeatureRow.uuid(row, column + 1)));
  }
}
