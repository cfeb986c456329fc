package org.vigie.geodata.store.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Properties;
import org.vigie.geodata.access.Access;
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

  private Database(
      HikariDataSource readers,
      HikariDataSource writers,
      HikariDataSource sessions,
      Heartbeat heartbeat) {
    this.readers = readers;
    this.writers = writers;
    this.sessions = sessions;
    this.heartbeat = heartbeat;
  }

  /**
   * @param readTimeout the longest a single read statement may take
   * @throws IllegalArgumentException when the address asks for {@code preferQueryMode=simple},
   *     which would splice values into SQL text
   */
  static Database open(String jdbcUrl, String user, String password, Duration readTimeout) {
    refuseSimpleQueries(jdbcUrl);
    // The planner must see a box as the constant it is: a plan made for any box reads the whole
    // table.
    String session = "-c plan_cache_mode=force_custom_plan -c timezone=UTC -c jit=off";
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
    Database database =
        new Database(
            new HikariDataSource(read),
            new HikariDataSource(write),
            new HikariDataSource(sessions),
            Heartbeat.of(jdbcUrl, user, password));
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
    return inTransaction(readers, as(access, work));
  }

  /**
   * Runs the work in one transaction as the caller; commits when it returns, rolls back when it
   * throws.
   */
  public <T, X extends Exception, Y extends Exception> T write(Access access, Work<T, X, Y> work)
      throws X, Y {
    return inTransaction(writers, as(access, work));
  }

  /** Runs the work in one transaction as nobody: features and their log are empty for it. */
  public <T, X extends Exception, Y extends Exception> T administer(Work<T, X, Y> work)
      throws X, Y {
    return inTransaction(writers, work);
  }

  private static <T, X extends Exception, Y extends Exception> Work<T, X, Y> as(
      Access access, Work<T, X, Y> work) {
    return connection -> {
      AccessSetting.apply(connection, access);
      return work.run(connection);
    };
  }

  private <T, X extends Exception, Y extends Exception> T inTransaction(
      HikariDataSource pool, Work<T, X, Y> work) throws X, Y {
    try (Connection connection = borrow(pool)) {
      heartbeat.watch(connection);
      if (connection.getAutoCommit()) {
        connection.setAutoCommit(false);
      }
      boolean done = false;
      try {
        T result = work.run(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        heartbeat.forget(connection);
        if (!done) {
          rollBack(connection);
        }
      }
    } catch (SQLException e) {
      throw evictIfAway(pool, SqlErrors.translate(e));
    } catch (StoreUnavailableException e) {
      throw evictIfAway(pool, e);
    }
  }

  /** Waits for a crowded pool, not for a database that does not answer. */
  private Connection borrow(HikariDataSource pool) throws SQLException {
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

  /**
   * When one connection is lost the idle ones are most likely lost too; the next user gets a new
   * one.
   */
  private static RuntimeException evictIfAway(HikariDataSource pool, RuntimeException e) {
    if (e instanceof StoreUnavailableException
        && !(e instanceof StoreTimeoutException)
        && !(e instanceof StoreFullException)) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    return e;
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
    readers.close();
    writers.close();
    sessions.close();
  }
}
