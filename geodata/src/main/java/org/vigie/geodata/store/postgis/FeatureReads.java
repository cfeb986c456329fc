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
import java.util.function.Consumer;
import net.postgis.jdbc.PGbox2d;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.Matches;
import org.vigie.geodata.store.Titles;

/** Reads of features and of their extent, on a connection whose transaction is one snapshot. */
final class FeatureReads {

  /** A condition with the {@link #texts} of ids. */
  static final String AMONG = " and f.id = any (?::text[]::uuid[])";

  private static final int FETCH_SIZE = 1_000;

  private final Connection connection;

  FeatureReads(Connection connection) {
    this.connection = connection;
  }

  Optional<Feature> find(Layer layer, FeatureId id, @Nullable Instant asKnownAt)
      throws SQLException {
    Sql sql =
        Sql.of("select " + FeatureRow.columns(layer))
            .add(Selection.of(layer.name(), id, asKnownAt));
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(new FeatureRow(layer).read(rows)) : Optional.empty();
    }
  }

  long count(FeatureQuery query) throws SQLException {
    try (PreparedStatement statement =
            Statements.prepare(connection, Sql.of("select count(*)").add(Selection.of(query)));
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Without a fetch size: a statement that is read in parts has no workers beside it. */
  Matches matches(FeatureQuery query, Optional<List<FeatureId>> among, int most)
      throws SQLException {
    Sql sql = Sql.of("select f.id").add(Selection.of(query));
    among.ifPresent(ids -> sql.add(AMONG, (Object) texts(ids)));
    sql.add(" limit ?", most + 1L);
    List<FeatureId> ids = new ArrayList<>();
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.add(new FeatureId(FeatureRow.uuid(rows, 1)));
      }
    }
    return new Matches(
        Revisions.position(connection), ids.size() > most ? Optional.empty() : Optional.of(ids));
  }

  Titles titles(Layer visible, List<FeatureId> ids) throws SQLException {
    Map<FeatureId, String> byId = new HashMap<>();
    Optional<String> property = visible.titleProperty();
    if (property.isPresent()) {
      Sql sql =
          Sql.of("select f.id, " + Columns.get(visible, property.get()).expression() + "::text")
              .add(Selection.of(FeatureQuery.of(visible)))
              .add(AMONG, (Object) texts(ids));
      try (PreparedStatement statement = Statements.prepare(connection, sql);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String title = rows.getString(2);
          if (title != null) {
            byId.put(new FeatureId(FeatureRow.uuid(rows, 1)), title);
          }
        }
      }
    }
    return new Titles(Revisions.position(connection), byId);
  }

  static String[] texts(List<FeatureId> ids) {
    return ids.stream().map(FeatureId::toString).toArray(String[]::new);
  }

  /** Classification of the highest match; UNCLASSIFIED when nothing matches. */
  Classification highest(FeatureQuery query) throws SQLException {
    Sql sql = Sql.of("select max(" + Marks.LEVEL + ")").add(Selection.of(query));
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return Marks.read(rows, 1);
    }
  }

  void forEach(FeatureQuery query, Consumer<Feature> consumer) throws SQLException {
    // Where rows lie beside one another depends on rows that the caller does not see.
    Sql sql =
        Sql.of("select " + FeatureRow.columns(query.layer()))
            .add(Selection.of(query))
            .add(new Ordering(query).orderBy());
    try (PreparedStatement statement = Statements.prepare(connection, sql)) {
      statement.setFetchSize(FETCH_SIZE);
      FeatureRow reader = new FeatureRow(query.layer());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          consumer.accept(reader.read(rows));
        }
      }
    }
  }

  Optional<BoundingBox> extent(FeatureQuery query) throws SQLException {
    connection.unwrap(PGConnection.class).addDataType("box2d", PGbox2d.class);
    Sql sql = Sql.of("select st_extent(f.geom)").add(Selection.of(query));
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      PGbox2d box = (PGbox2d) rows.getObject(1);
      return box == null
          ? Optional.empty()
          : Optional.of(
              new BoundingBox(box.getLLB().x, box.getLLB().y, box.getURT().x, box.getURT().y));
    }
  }

  Optional<TimeSpan> timeExtent(FeatureQuery query) throws SQLException {
    Sql sql =
        Sql.of(
                "select min(f.valid_from), max(coalesce(f.valid_to, f.valid_from)),"
                    + " bool_or(f.valid_from is not null and f.valid_to is null)")
            .add(Selection.of(query));
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      Instant first = FeatureRow.instant(rows, 1);
      boolean goesOn = query.layer().time() == TimeModel.STATE && rows.getBoolean(3);
      Instant last = goesOn ? null : FeatureRow.instant(rows, 2);
      return first == null && last == null
          ? Optional.empty()
          : Optional.of(new TimeSpan(first, last));
    }
  }

  /** Ids of what a load brought, in order, after one. */
  List<FeatureId> ofBatch(Batch batch, Optional<FeatureId> after, int limit) throws SQLException {
    UUID first = after.map(FeatureId::value).orElse(new UUID(0, 0));
    try (PreparedStatement statement =
            Statements.prepare(
                connection,
                Sql.of(
                    Statements.file("batch-features"), batch.layer(), batch.id(), first, limit));
        ResultSet rows = statement.executeQuery()) {
      List<FeatureId> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(new FeatureId(FeatureRow.uuid(rows, 1)));
      }
      return ids;
    }
  }
}
