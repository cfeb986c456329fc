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
import java.util.function.Consumer;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.Change.Operation;

/** Reads of the change log. */
final class ChangeReads {

  private static final int FETCH_SIZE = 1_000;

  private final Connection connection;

  ChangeReads(Connection connection) {
    this.connection = connection;
  }

  List<Change> history(Layer layer, FeatureId id) throws SQLException {
    String sql = Statements.file("history").replace("/*columns*/", FeatureRow.columns(layer));
    try (PreparedStatement statement =
            Statements.prepare(connection, Sql.of(sql, layer.name(), id.value()));
        ResultSet rows = statement.executeQuery()) {
      List<Change> changes = new ArrayList<>();
      FeatureRow reader = new FeatureRow(layer, 6);
      Optional<Feature> before = Optional.empty();
      while (rows.next()) {
        Change change = change(rows, before, reader);
        changes.add(change);
        before = change.after();
      }
      return changes;
    }
  }

  /** Changes of layers that are no longer declared are passed over: nobody could read them. */
  void forEach(long afterSequence, LayerCatalog catalog, Consumer<Change> consumer)
      throws SQLException {
    each(Sql.of(with(catalog, "changes-after"), afterSequence), catalog, consumer);
  }

  /** Newest first. */
  List<Change> before(Instant moment, int limit, LayerCatalog catalog) throws SQLException {
    return listed("changes-before", moment, limit, catalog);
  }

  /** Oldest first. */
  List<Change> since(Instant moment, int limit, LayerCatalog catalog) throws SQLException {
    return listed("changes-since", moment, limit, catalog);
  }

  private List<Change> listed(String file, Instant moment, int limit, LayerCatalog catalog)
      throws SQLException {
    List<Change> changes = new ArrayList<>();
    String[] layers = catalog.list().stream().map(Layer::name).toArray(String[]::new);
    Sql sql = Sql.of(with(catalog, file), moment, layers, limit);
    each(sql, catalog, changes::add);
    return changes;
  }

  private static String with(LayerCatalog catalog, String file) {
    String columns = FeatureRow.columns(catalog);
    return Statements.file(file)
        .replace("/*columns*/", columns)
        .replace("/*before*/", columns.replace("f.", "b."));
  }

  private void each(Sql sql, LayerCatalog catalog, Consumer<Change> consumer) throws SQLException {
    Map<String, FeatureRow> before = new HashMap<>();
    Map<String, FeatureRow> after = new HashMap<>();
    for (Layer layer : catalog.list()) {
      after.put(layer.name(), new FeatureRow(layer, 8));
      before.put(layer.name(), new FeatureRow(layer, 8 + FeatureRow.SIZE));
    }
    try (PreparedStatement statement = Statements.prepare(connection, sql)) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          FeatureRow reader = after.get(rows.getString(6));
          FeatureRow beforeReader = before.get(rows.getString(6));
          if (reader != null && beforeReader != null) {
            Optional<Feature> earlier =
                rows.getBoolean(7) ? Optional.of(beforeReader.read(rows)) : Optional.empty();
            consumer.accept(change(rows, earlier, reader));
          }
        }
      }
    }
  }

  private static Change change(ResultSet row, Optional<Feature> before, FeatureRow reader)
      throws SQLException {
    Operation operation = Operation.valueOf(row.getString(1));
    return new Change(
        row.getLong(2),
        operation,
        before,
        operation == Operation.DELETE ? Optional.empty() : Optional.of(reader.read(row)),
        new Author(row.getString(3)),
        row.getString(5),
        FeatureRow.time(row, 4));
  }

  List<Batch> batches() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Statements.file("batches"));
        ResultSet rows = statement.executeQuery()) {
      List<Batch> batches = new ArrayList<>();
      while (rows.next()) {
        batches.add(
            new Batch(
                FeatureRow.uuid(rows, 1),
                rows.getString(2),
                rows.getString(3),
                new Author(rows.getString(4)),
                FeatureRow.time(rows, 5),
                new Batch.Counts(
                    rows.getLong(6), rows.getLong(7), rows.getLong(8), rows.getLong(9)),
                rows.getBoolean(10)));
      }
      return batches;
    }
  }
}
