package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether the database answers, by asking it twice a second on a connection of its own. A
 * slow query and a server that stands still look the same from the query's side; from here they do
 * not. Whoever waits for a server that stands still is let go at most a second and a half after it
 * stopped, and whoever comes then is turned away at once.
 */
final class Heartbeat implements AutoCloseable {

  /** Opens a connection and fails soon when nothing answers. */
  @FunctionalInterface
  interface Connecting {
    Connection open() throws SQLException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final long PAUSE_MILLISECONDS = 500;
  private static final long PAUSE_WHEN_AWAY_MILLISECONDS = 250;
  private static final int PATIENCE_SECONDS = 1;

  /**
   * An answer this fresh speaks louder than a question that was not answered: less than the
   * patience, so that a server that stood still all that time is always found silent.
   */
  private static final long FRESH_NANOSECONDS = 900_000_000;

  private final Connecting connecting;
  private final Set<Connection> inUse = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::run, "vigie-heartbeat");
  private volatile boolean away;
  private volatile long heard = System.nanoTime() - FRESH_NANOSECONDS;
  private volatile boolean closed;

  Heartbeat(Connecting connecting) {
    this.connecting = connecting;
    thread.setDaemon(true);
  }

  static Heartbeat of(String jdbcUrl, String user, String password) {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "vigie-heartbeat");
    for (String timeout : List.of("connectTimeout", "socketTimeout", "loginTimeout")) {
      properties.setProperty(timeout, String.valueOf(PATIENCE_SECONDS));
    }
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    return new Heartbeat(() -> DriverManager.getConnection(jdbcUrl, properties));
  }

  void start() {
    thread.start();
  }

  boolean isAway() {
    return away;
  }

  /** Refuses at once instead of letting somebody wait for nothing. */
  void requirePresence() throws SQLException {
    if (away) {
      throw new SQLTransientConnectionException("the database does not answer", "08001");
    }
  }

  /** The database has just answered somebody. */
  void hear() {
    heard = System.nanoTime();
  }

  /** To be broken off when the database stops answering, until {@link #forget}. */
  void watch(Connection connection) {
    inUse.add(connection);
  }

  void forget(Connection connection) {
    inUse.remove(connection);
  }

  private void run() {
    while (!closed) {
      try (Connection connection = connecting.open()) {
        while (!closed && connection.isValid(PATIENCE_SECONDS)) {
          if (away) {
            LOG.info("the database answers again");
            away = false;
          }
          pause(PAUSE_MILLISECONDS);
        }
        if (!closed && connection.isClosed() && !away) {
          continue; // ended by the server: whether it is there shows when connecting anew
        }
      } catch (SQLException refused) {
        LOG.debug("no heartbeat", refused);
      }
      if (!closed) {
        if (System.nanoTime() - heard >= FRESH_NANOSECONDS) {
          turnAway();
        }
        pause(PAUSE_WHEN_AWAY_MILLISECONDS);
      }
    }
  }

  private void turnAway() {
    if (!away) {
      LOG.warn("the database does not answer; {} transactions are broken off", inUse.size());
      away = true;
    }
    for (Connection connection : inUse) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException gone) {
        LOG.debug("was gone already", gone);
      }
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
