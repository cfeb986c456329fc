package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.LogPosition;

/**
 * The last write of all, which every answer from memory asks for. One statement on a connection of
 * its own, without a transaction around it; those who come while one is under way share the next.
 * What a caller is told was read by a statement that began after he asked, so a write that anybody
 * was told of before is in it.
 */
final class LogHead implements AutoCloseable {

  /** Sees no feature at all; that and when something was written is all there is to know. */
  static final Access SEES_NO_FEATURE =
      new Access(
          new Author("vigie"),
          Classification.UNCLASSIFIED,
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Optional.empty());

  /** A question that has not begun, or its answer. */
  private static final class Round {
    private @Nullable LogPosition answer;
    private @Nullable SQLException failure;

    boolean isOver() {
      return answer != null || failure != null;
    }
  }

  private final Heartbeat.Connecting connecting;
  private final Heartbeat heartbeat;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Round next = new Round();
  private @Nullable Connection connection;
  private @Nullable PreparedStatement statement;

  LogHead(Heartbeat.Connecting connecting, Heartbeat heartbeat) {
    this.connecting = connecting;
    this.heartbeat = heartbeat;
  }

  static LogHead of(String jdbcUrl, String user, String password, Heartbeat heartbeat) {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "vigie-log-head");
    properties.setProperty("connectTimeout", "4");
    properties.setProperty("tcpKeepAlive", "true");
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    return new LogHead(() -> DriverManager.getConnection(jdbcUrl, properties), heartbeat);
  }

  /** No older than the call. */
  LogPosition get() {
    Round mine = next;
    asking.lock();
    try {
      if (!mine.isOver()) {
        next = new Round();
        ask(mine);
      }
    } finally {
      asking.unlock();
    }
    SQLException failure = mine.failure;
    if (failure != null) {
      throw SqlErrors.translate(failure);
    }
    return Objects.requireNonNull(mine.answer);
  }

  private void ask(Round round) {
    try {
      round.answer = ask();
    } catch (SQLException failed) {
      disconnect();
      round.failure = failed;
    }
  }

  /** A connection that was lost while nobody asked shows at the first statement. */
  private LogPosition ask() throws SQLException {
    heartbeat.requirePresence();
    boolean fresh = connection == null;
    try {
      return read(statement());
    } catch (SQLException first) {
      if (fresh || !SqlErrors.isLost(first)) {
        throw first;
      }
      disconnect();
      return read(statement());
    }
  }

  private LogPosition read(PreparedStatement prepared) throws SQLException {
    Connection used = prepared.getConnection();
    heartbeat.watch(used);
    try (ResultSet rows = prepared.executeQuery()) {
      return rows.next()
          ? new LogPosition(rows.getLong(1), FeatureRow.time(rows, 2))
          : LogPosition.EMPTY;
    } finally {
      heartbeat.forget(used);
    }
  }

  private PreparedStatement statement() throws SQLException {
    if (statement == null) {
      Connection opened = connecting.open();
      connection = opened;
      AccessSetting.applyForSession(opened, SEES_NO_FEATURE);
      statement = opened.prepareStatement(Statements.file("last-revision"));
    }
    return statement;
  }

  private void disconnect() {
    Connection former = connection;
    connection = null;
    statement = null;
    if (former != null) {
      try {
        former.close();
      } catch (SQLException gone) {
        // it was lost, which is why it is closed
      }
    }
  }

  @Override
  public void close() {
    asking.lock();
    try {
      disconnect();
    } finally {
      asking.unlock();
    }
  }
}
