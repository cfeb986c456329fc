package org.vigie.geodata.store.postgis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Releasing;
import org.vigie.geodata.layer.TimeModel;

/**
 * Brings partitions, indexes and views into line with the layer files. A layer whose declaration
 * did not change since the last start costs one comparison; a layer that is no longer declared
 * keeps its data.
 */
final class LayerTables {

  /** Arbitrary, but the same for every server on this database. */
  private static final long LOCK = 0x5669676965_01L;

  private final Connection connection;

  LayerTables(Connection connection) {
    this.connection = connection;
  }

  void bringIntoLine(LayerCatalog catalog) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_advisory_xact_lock(" + LOCK + ")")) {
      lock.execute();
    }
    for (Layer layer : catalog.list()) {
      LayerDdl ddl = new LayerDdl(layer);
      String state = state(layer, ddl);
      if (!isInLine(layer, state)) {
        new StoredValues(connection).refuseWhatDoesNotFit(layer, ddl);
        createPartitions(layer, ddl);
        createIndexes(ddl);
        createView(layer, ddl);
        remember(layer, state);
      }
      bound(layer);
      release(layer);
    }
  }

  /** Whether there is nothing to bring into line; changes nothing and needs no owner. */
  boolean isInLine(LayerCatalog catalog) throws SQLException {
    for (Layer layer : catalog.list()) {
      if (!isInLine(layer, state(layer, new LayerDdl(layer)))) {
        return false;
      }
    }
    return true;
  }

  private static String state(Layer layer, LayerDdl ddl) {
    return digest(ddl.indexes(), ddl.view(), ddl.comments(), layer.time(), layer.releasing());
  }

  private boolean isInLine(Layer layer, String state) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select state = ? from vigie.layer where name = ?")) {
      statement.setString(1, state);
      statement.setString(2, layer.name());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private void createPartitions(Layer layer, LayerDdl ddl) throws SQLException {
    for (String statement : ddl.partitions()) {
      execute(statement);
    }
    execute("alter table " + ddl.feature() + " drop constraint if exists event_has_start");
    if (layer.time() == TimeModel.EVENT) {
      execute(
          "alter table "
              + ddl.feature()
              + " add constraint event_has_start check (valid_from is not null)");
    }
  }

  /** Ours are known by their prefix; those that nobody declares any more only cost time. */
  private void createIndexes(LayerDdl ddl) throws SQLException {
    Set<String> wanted = new HashSet<>();
    for (LayerDdl.Index index : ddl.indexes()) {
      wanted.add(index.name());
      execute(index.statement());
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select indexname from pg_indexes"
                + " where schemaname = 'vigie' and starts_with(indexname, ?)")) {
      statement.setString(1, ddl.indexPrefix());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (!wanted.contains(rows.getString(1))) {
            execute("drop index vigie.\"" + rows.getString(1) + "\"");
          }
        }
      }
    }
  }

  private void createView(Layer layer, LayerDdl ddl) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      execute(ddl.view());
    } catch (SQLException columnsWentOrMoved) {
      connection.rollback(before);
      replaceView(layer, ddl);
    }
    for (String comment : ddl.comments()) {
      execute(comment);
    }
  }

  private void replaceView(Layer layer, LayerDdl ddl) throws SQLException {
    try {
      execute("drop view " + ddl.viewName());
    } catch (SQLException e) {
      if ("2BP01".equals(e.getSQLState())) {
        throw new IllegalStateException(
            "layer "
                + layer.name()
                + " changed, but other views in the database are built on "
                + ddl.viewName()
                + "; drop those views first",
            e);
      }
      throw e;
    }
    execute(ddl.view());
  }

  private void remember(Layer layer, String state) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into vigie.layer (name, state) values (?, ?)"
                + " on conflict (name) do update set state = excluded.state")) {
      statement.setString(1, layer.name());
      statement.setString(2, state);
      statement.executeUpdate();
    }
  }

  /** Whether a caller's area limits what he sees of the layer: the policies read it here. */
  private void bound(Layer layer) throws SQLException {
    boolean bounded = layer.areaApplies();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update vigie.layer set bounded = ? where name = ? and bounded <> ?")) {
      statement.setBoolean(1, bounded);
      statement.setString(2, layer.name());
      statement.setBoolean(3, bounded);
      statement.executeUpdate();
    }
  }

  /** Which counts the database may release: it takes them from here and not from who asks. */
  private void release(Layer layer) throws SQLException {
    String by = layer.releasing().map(Releasing::by).orElse(null);
    Integer below = layer.releasing().map(Releasing::below).orElse(null);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update vigie.layer set released_by = ?, released_below = ? where name = ?"
                + " and (released_by, released_below) is distinct from (?::text, ?::int)")) {
      statement.setString(1, by);
      statement.setObject(2, below, Types.INTEGER);
      statement.setString(3, layer.name());
      statement.setString(4, by);
      statement.setObject(5, below, Types.INTEGER);
      statement.executeUpdate();
    }
  }

  private void execute(String ddl) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(ddl);
    }
  }

  private static String digest(Object... parts) {
    try {
      byte[] text = List.of(parts).toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
