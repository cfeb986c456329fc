package org.vigie.geodata.store.postgis;

import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.postgresql.PGStatement;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.store.CopySource;
import org.vigie.geodata.store.LogPosition;

/** Reads everything but what is protected, as the process itself. */
final class PostgisCopySource implements CopySource {

  private static final int FETCH_SIZE = 2_000;
  private static final Access WHOLE = Access.everything(new Author("vigie"));

  /** Sees every feature and nothing that is kept apart from them. */
  private static final Access PLAIN =
      new Access(
          WHOLE.author(),
          WHOLE.clearance(),
          WHOLE.compartments(),
          WHOLE.readable(),
          WHOLE.writable(),
          Set.of(),
          Optional.empty());

  private static final String COLUMNS =
      FeatureRow.COLUMNS
          .replace("f.batch", "null::uuid")
          .replace("f.original", "'[]'::jsonb")
          .replace("f.properties", "f.properties - ?::text[]");

  private final Database database;
  private final LayerCatalog catalog;

  PostgisCopySource(Database database, LayerCatalog catalog) {
    this.database = database;
    this.catalog = catalog.readableFor(PLAIN);
  }

  @Override
  public LogPosition head() {
    return database.head();
  }

  private static LogPosition head(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(Statements.file("last-revision"));
        ResultSet rows = statement.executeQuery()) {
      return rows.next()
          ? new LogPosition(rows.getLong(1), FeatureRow.time(rows, 2))
          : LogPosition.EMPTY;
    }
  }

  @Override
  public void forEach(Layer layer, int part, int parts, Consumer<Feature> consumer) {
    Layer plain = catalog.get(layer.name());
    Sql sql =
        Sql.of(
            Statements.file("copy-features").replace("/*columns*/", COLUMNS),
            useless(List.of(plain)),
            plain.name(),
            bound(part, parts),
            bound(part + 1, parts, -1));
    database.read(
        PLAIN,
        connection -> {
          FeatureRow reader = new FeatureRow(plain);
          each(connection, sql, row -> consumer.accept(reader.read(row)));
          return true;
        });
  }

  private static UUID bound(int part, int parts) {
    return bound(part, parts, 0);
  }

  /** The id at which a part of the whole range of ids begins, and more. */
  private static UUID bound(int part, int parts, int more) {
    BigInteger value =
        BigInteger.ONE
            .shiftLeft(128)
            .multiply(BigInteger.valueOf(part))
            .divide(BigInteger.valueOf(parts))
            .add(BigInteger.valueOf(more));
    return new UUID(value.shiftRight(64).longValue(), value.longValue());
  }

  @Override
  public List<Touch> touched() {
    return database.read(PLAIN, connection -> touched(connection, 0));
  }

  @Override
  public Followed follow(long afterSequence, BiConsumer<FeatureRef, Optional<Feature>> changed) {
    return database.read(
        PLAIN,
        connection -> {
          forEachChanged(connection, afterSequence, changed);
          return new Followed(head(connection), touched(connection, afterSequence));
        });
  }

  private void forEachChanged(
      Connection connection, long after, BiConsumer<FeatureRef, Optional<Feature>> changed)
      throws SQLException {
    Map<String, FeatureRow> readers = new HashMap<>();
    catalog.list().forEach(layer -> readers.put(layer.name(), new FeatureRow(layer, 4)));
    Sql sql =
        Sql.of(
            Statements.file("copy-changed").replace("/*columns*/", COLUMNS),
            useless(catalog.list()),
            after);
    each(
        connection,
        sql,
        row -> {
          FeatureRow reader = readers.get(row.getString(1));
          if (reader != null) {
            FeatureRef written =
                new FeatureRef(row.getString(1), new FeatureId(FeatureRow.uuid(row, 2)));
            changed.accept(
                written, row.getBoolean(3) ? Optional.of(reader.read(row)) : Optional.empty());
          }
        });
  }

  private static List<Touch> touched(Connection connection, long after) throws SQLException {
    List<Touch> touched = new ArrayList<>();
    GeometryCodec geometries = new GeometryCodec();
    each(
        connection,
        Sql.of(Statements.file("copy-touched"), after),
        row -> {
          byte[] box = row.getBytes(4);
          Array codes = row.getArray(3);
          touched.add(
              new Touch(
                  row.getString(1),
                  new Marking(
                      Classification.valueOf(row.getString(2)),
                      codes == null ? Set.of() : Set.of((String[]) codes.getArray())),
                  box == null ? Optional.empty() : Optional.of(geometries.decode(box)),
                  new LogPosition(row.getLong(5), FeatureRow.time(row, 6))));
        });
    return touched;
  }

  /** What would be as large in memory as here. */
  private static String[] useless(List<Layer> layers) {
    return layers.stream()
        .flatMap(layer -> layer.properties().stream())
        .filter(p -> p.type() == PropertyType.LONG_TEXT || p.type() == PropertyType.TABLE)
        .map(Property::name)
        .distinct()
        .toArray(String[]::new);
  }

  @FunctionalInterface
  private interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, Sql sql, RowConsumer consumer)
      throws SQLException {
    try (PreparedStatement statement = Statements.prepare(connection, sql)) {
      statement.setFetchSize(FETCH_SIZE);
      // binary from the first row on: places, times and ids need not be parsed
      statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          consumer.accept(rows);
        }
      }
    }
  }
}
