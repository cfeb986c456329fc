package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Generalisation;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.LoadedStates;
import org.vigie.geodata.store.LogPosition;

/**
 * A bulk load: COPY into a temporary table of its own session, then few set-based statements in one
 * transaction. Memory in Java is one buffer, however many features there are.
 */
final class PostgisBulkLoad implements BulkLoad {

  /** From here on the planner should know the new distribution before the next question. */
  private static final long ANALYZE_FROM = 5_000;

  private final Connection connection;
  private final Layer layer;
  private final Access access;
  private final String title;
  private final Keeping keeping;
  private final KeptState kept;
  private @Nullable CopyRows rows;
  private long added;
  private long repeated;
  private boolean committed;

  PostgisBulkLoad(
      Connection connection, Keeping keeping, Access access, String title, LoadedStates states) {
    this.connection = connection;
    this.layer = keeping.layer();
    this.access = access;
    this.title = title;
    this.keeping = keeping;
    this.kept = KeptState.of(layer, states);
    boolean ready = false;
    try {
      execute("drop table if exists pg_temp.vigie_load");
      execute(Statements.file("load-stage"));
      ready = true;
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  @Override
  public void add(Feature feature) throws BadInputException {
    if (committed) {
      throw new IllegalStateException("the load is committed");
    }
    Feature checked = kept.begun(keeping.prepare(feature));
    try {
      if (rows == null) {
        rows = new CopyRows(connection.unwrap(PGConnection.class).getCopyAPI(), keeping, kept);
      }
      rows.add(++added, checked);
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public Batch.Counts preview() {
    try {
      settle();
      return asCaller(this::counts);
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public Batch commit() throws BadInputException {
    if (committed) {
      throw new IllegalStateException("the load is committed already");
    }
    try {
      settle();
      Batch batch = asCaller(this::merge);
      committed = true;
      if (batch.counts().inserted() + batch.counts().updated() >= ANALYZE_FROM) {
        update("analyze-layer", layer.name());
      }
      return batch;
    } catch (SQLException e) {
      Optional<Fault> fault = SqlErrors.faultOf(e);
      if (fault.isPresent()) {
        throw new BadInputException(fault.get());
      }
      throw SqlErrors.translate(e);
    }
  }

  /** Ends the COPY, drops the repeated and tells the planner how large the stage is. */
  private void settle() throws SQLException {
    if (rows != null) {
      rows.end();
      rows = null;
      repeated += update("load-drop-repeated");
      execute("analyze vigie_load (ord, source_system, source_id)");
    }
  }

  private Batch.Counts counts() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(file("load-preview"))) {
      statement.setString(1, layer.name());
      try (ResultSet counts = statement.executeQuery()) {
        counts.next();
        long inserted = counts.getLong(1);
        long updated = layer.appendOnly() ? 0 : counts.getLong(2);
        return new Batch.Counts(inserted, updated, added - repeated - inserted - updated, repeated);
      }
    }
  }

  private Batch merge() throws SQLException {
    // two loads into one layer would race for the same identities; one after the other is as fast
    update("load-lock", layer.name());
    execute("set local work_mem = '128MB'");
    UUID batch = UUID.randomUUID();
    long transaction = Revisions.newTransactionKey(connection);
    long updated = layer.appendOnly() ? 0 : update("load-update", batch, layer.name(), transaction);
    keepApart("load-protected-updates", transaction, layer.name());
    withholdPlaces(transaction);
    long known = update("load-drop-known", layer.name());
    long inserted = update("load-insert", layer.name(), batch);
    update("load-log", transaction, layer.name(), batch);
    keepApart("load-protected-inserts", layer.name(), transaction);
    Batch.Counts counts = new Batch.Counts(inserted, updated, known - updated, repeated);
    LogPosition position =
        Revisions.stamp(
            connection, new Revisions.Stamp(transaction, access.author(), "", batch, null));
    update(
        "insert-load",
        batch,
        access.author().name(),
        layer.name(),
        title,
        counts.inserted(),
        counts.updated(),
        counts.unchanged(),
        counts.repeated(),
        transaction);
    return new Batch(
        batch, layer.name(), title, access.author(), position.committedAt(), counts, false);
  }

  private <T> T asCaller(Step<T> step) throws SQLException {
    connection.setAutoCommit(false);
    try {
      AccessSetting.apply(connection, access);
      T result = step.run();
      connection.commit();
      return result;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  @FunctionalInterface
  private interface Step<T> {
    T run() throws SQLException;
  }

  private void keepApart(String file, Object... values) throws SQLException {
    if (!keeping.apart().isEmpty()) {
      update(file, values);
    }
  }

  private void withholdPlaces(long transaction) throws SQLException {
    Optional<Generalisation> rule = layer.handling().generalisation();
    if (rule.isPresent()) {
      String[] codes = rule.get().codes().toArray(String[]::new);
      String[] by = rule.get().by().toArray(String[]::new);
      update("load-withhold", transaction, layer.name(), by, codes, codes);
    }
  }

  private long update(String file, Object... values) throws SQLException {
    try (PreparedStatement statement = Statements.prepare(connection, Sql.of(file(file), values))) {
      return statement.execute() ? 0 : statement.getLargeUpdateCount();
    }
  }

  private static String file(String name) {
    return Statements.file(name)
        .replace("/*match*/", Statements.file("load-match"))
        .replace("/*news*/", Statements.file("load-news"));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    try (connection) {
      if (connection.isClosed()) {
        return;
      }
      if (rows != null) {
        rows.cancel();
        rows = null;
      }
      execute("drop table if exists pg_temp.vigie_load");
    } catch (SQLException lost) {
      // the stage goes with the session, so there is nothing left to undo
    }
  }
}
