package org.vigie.geodata.store.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.StoreFullException;
import org.vigie.geodata.store.StoreTimeoutException;
import org.vigie.geodata.store.StoreUnavailableException;

/**
 * Connections to the database: readers with a time limit and one snapshot a transaction, writers
 * without. Separate pools, so that a crowd of readers never keeps a writer waiting.
 */
public final class Database implements AutoCloseable {

  /** What one transaction does. */
  @FunctionalInterface
  public interface Work<T, X extends Exception, Y extends Exception> {
    T run(Connection connection) throws SQLException, X, Y;
  }

  private static final int READERS = 8;
  private static final int WRITERS = 8;
  private static final int SESSIONS = 6;

  /** How long a pool is asked for a connection before looking whether the database is there. */
  private static final long SLICE_MILLISECONDS = 500;

  /** So often, while the database is there and only busy. */
  private static final int SLICES = 10;

  private final HikariDataSource readers;
  private final HikariDataSource writers;
  private final HikariDataSource sessions;
  private final Heartbeat heartbeat;
  private final LogHead head;
  private volatile @Nullable Instant exerciseTime;

  private Database(
      HikariDataSource readers,
      HikariDataSource writers,
      HikariDataSource sessions,
      Heartbeat heartbeat,
      LogHead head) {
    this.readers = readers;
    this.writers = writers;
    this.sessions = sessions;
    this.heartbeat = heartbeat;
    this.head = head;
  }

  /**
   * @param readTimeout the longest a single read statement may take
   * @throws IllegalArgumentException when the address asks for {@code preferQueryMode=simple},
   *     which would splice values into SQL text
   */
  static Database open(String jdbcUrl, String user, String password, Duration readTimeout) {
    return open(jdbcUrl, user, password, readTimeout, "");
  }

  /**
   * @param options more settings of each session, as {@code -c name=value}
   */
  static Database open(
      String jdbcUrl, String user, String password, Duration readTimeout, String options) {
    refuseSimpleQueries(jdbcUrl);
    // The planner must see a box as the constant it is: a plan made for any box reads the whole
    // table.
    String session = "-c plan_cache_mode=force_custom_plan -c timezone=UTC -c jit=off" + options;
    HikariConfig write = config(jdbcUrl, user, password, "vigie-write", WRITERS);
    // whoever waits for a lock that long is better told so than kept waiting
    write.addDataSourceProperty("options", session + " -c lock_timeout=30s");
    HikariConfig read = config(jdbcUrl, user, password, "vigie-read", READERS);
    read.addDataSourceProperty(
        "options", session + " -c statement_timeout=" + readTimeout.toMillis());
    // -1: binary transfer from the first use on
    read.addDataSourceProperty("prepareThreshold", "-1");
    read.setReadOnly(true);
    read.setAutoCommit(false);
    read.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    HikariConfig sessions = config(jdbcUrl, user, password, "vigie-load", SESSIONS);
    // Under row-level security the planner expects a handful of stored rows where there are a
    // million, would keep them in a list and go through it for every row of the load.
    sessions.addDataSourceProperty("options", session + " -c enable_material=off");
    sessions.setMinimumIdle(0);
    Heartbeat heartbeat = Heartbeat.of(jdbcUrl, user, password);
    Database database =
        new Database(
            new HikariDataSource(read),
            new HikariDataSource(write),
            new HikariDataSource(sessions),
            heartbeat,
            LogHead.of(jdbcUrl, user, password, heartbeat));
    try {
      database.administer(connection -> connection.isValid(0));
    } catch (RuntimeException away) {
      database.close();
      throw away;
    }
    database.heartbeat.start();
    return database;
  }

  private static HikariConfig config(
      String jdbcUrl, String user, String password, String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    if (!user.isEmpty()) {
      config.setUsername(user);
    }
    if (!password.isEmpty()) {
      config.setPassword(password);
    }
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(SLICE_MILLISECONDS);
    config.setValidationTimeout(SLICE_MILLISECONDS);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", name);
    config.addDataSourceProperty("connectTimeout", "4");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return config;
  }

  private static void refuseSimpleQueries(String jdbcUrl) {
    try {
      for (DriverPropertyInfo parameter :
          DriverManager.getDriver(jdbcUrl).getPropertyInfo(jdbcUrl, new Properties())) {
        if (parameter.name.equals("preferQueryMode")
            && "simple".equalsIgnoreCase(parameter.value)) {
          throw new IllegalArgumentException(
              "the database address asks for preferQueryMode=simple, which splices values into"
                  + " SQL text; remove it");
        }
      }
    } catch (SQLException notOurs) {
      throw new IllegalArgumentException("not the address of a PostgreSQL database", notOurs);
    }
  }

  /**
   * A connection of its own as nobody, to be closed by whoever asked: for a bulk load, which may
   * wait long for someone to look at its preview and must not keep writers waiting meanwhile. Each
   * transaction on it says as whom ({@link AccessSetting}).
   */
  Connection session() {
    try {
      return borrow(sessions);
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  /** Runs the work on one snapshot, read only, seeing what the caller may see. */
  public <T, X extends Exception, Y extends Exception> T read(Access access, Work<T, X, Y> work)
      throws X, Y {
    return inTransaction(readers, Optional.of(access), work);
  }

  /**
   * Runs the work in one transaction as the caller; commits when it returns, rolls back when it
   * throws.
   */
  public <T, X extends Exception, Y extends Exception> T write(Access access, Work<T, X, Y> work)
      throws X, Y {
    return inTransaction(writers, Optional.of(access), work);
  }

  /** Runs the work in one transaction as nobody: features and their log are empty for it. */
  public <T, X extends Exception, Y extends Exception> T administer(Work<T, X, Y> work)
      throws X, Y {
    return inTransaction(writers, Optional.empty(), work);
  }

  private <T, X extends Exception, Y extends Exception> T inTransaction(
      HikariDataSource pool, Optional<Access> access, Work<T, X, Y> work) throws X, Y {
    try (Connection connection = begin(pool, access)) {
      boolean done = false;
      try {
        T result = work.run(connection);
        connection.commit();
        done = true;
        heartbeat.hear();
        return result;
      } finally {
        heartbeat.forget(connection);
        if (!done) {
          rollBack(connection);
        }
      }
    } catch (SQLException e) {
      throw evictIfLost(SqlErrors.translate(e));
    } catch (StoreUnavailableException e) {
      throw evictIfLost(e);
    }
  }

  /**
   * A connection that was lost while it lay in the pool shows at its first statement. Nothing was
   * done on it, so a new one takes its place: that the database was away is over by then, and the
   * caller need not hear of it.
   */
  private Connection begin(HikariDataSource pool, Optional<Access> access) throws SQLException {
    try {
      return begun(pool, access);
    } catch (SQLException first) {
      if (!SqlErrors.isLost(first)) {
        throw first;
      }
      evict();
      return begun(pool, access);
    }
  }

  private Connection begun(HikariDataSource pool, Optional<Access> access) throws SQLException {
    Connection connection = borrow(pool);
    try {
      heartbeat.watch(connection);
      if (connection.getAutoCommit()) {
        connection.setAutoCommit(false);
      }
      if (access.isPresent()) {
        AccessSetting.apply(connection, access.get());
      }
      return connection;
    } catch (SQLException e) {
      heartbeat.forget(connection);
      rollBack(connection);
      connection.close();
      throw e;
    }
  }

  /** The last write of all, no older than the call. */
  LogPosition head() {
    return head.get();
  }

  /**
   * From now on what is written is recorded at this time instead of the clock's; PostgreSQL takes
   * it from the owner of the log alone.
   */
  void recordAt(Instant time) {
    exerciseTime = time;
  }

  private Connection borrow(HikariDataSource pool) throws SQLException {
    Connection connection = take(pool);
    Instant time = exerciseTime;
    if (time != null) {
      try (PreparedStatement statement =
          connection.prepareStatement("select set_config('vigie.exercise_time', ?, false)")) {
        statement.setString(1, time.toString());
        statement.execute();
      }
    }
    return connection;
  }

  /** Waits for a crowded pool, not for a database that does not answer. */
  private Connection take(HikariDataSource pool) throws SQLException {
    for (int slice = 1; ; slice++) {
      heartbeat.requirePresence();
      try {
        return pool.getConnection();
      } catch (SQLTransientConnectionException crowded) {
        if (slice == SLICES) {
          throw crowded;
        }
      }
    }
  }

  private RuntimeException evictIfLost(RuntimeException e) {
    if (e instanceof StoreUnavailableException
        && !(e instanceof StoreTimeoutException)
        && !(e instanceof StoreFullException)) {
      evict();
    }
    return e;
  }

  /**
   * When one connection is lost the idle ones are most likely lost too, those of the other pools as
   * well; the next user gets a new one.
   */
  private void evict() {
    for (HikariDataSource pool : List.of(readers, writers, sessions)) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      // the server rolls back what a lost connection left open; the first error is the one to tell
    }
  }

  @Override
  public void close() {
    heartbeat.close();
    head.close();
    readers.close();
    writers.close();
    sessions.close();
  }
}
