package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.LogWatch;

/**
 * Listens on one connection of its own for what {@code insert-revision.sql} announces, which
 * PostgreSQL delivers after the commit. When nothing is announced it asks now and then, so that an
 * announcement that got lost only costs time. Starts with the first follower.
 */
final class PostgisLogWatch implements LogWatch, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgisLogWatch.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

  /** A database that says nothing for so long stands still. */
  private static final String PATIENCE_SECONDS = "2";

  private final String jdbcUrl;
  private final Properties properties;
  private final CopyOnWriteArrayList<Seat> seats = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "vigie-log-watch");
  private LogPosition last = LogPosition.EMPTY;
  private @Nullable Instant lostSince;
  private @Nullable Connection listening;
  private boolean started;
  private volatile boolean closed;

  private PostgisLogWatch(String jdbcUrl, Properties properties) {
    this.jdbcUrl = jdbcUrl;
    this.properties = properties;
    thread.setDaemon(true);
  }

  static PostgisLogWatch of(String jdbcUrl, String user, String password) {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "vigie-log-watch");
    for (String timeout : List.of("connectTimeout", "socketTimeout", "loginTimeout")) {
      properties.setProperty(timeout, PATIENCE_SECONDS);
    }
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    return new PostgisLogWatch(jdbcUrl, properties);
  }

  /** One follower and what he was told last. */
  private final class Seat implements Following {
    private final Follower follower;
    private long told;
    private boolean toldLost;

    Seat(long told, Follower follower) {
      this.told = told;
      this.follower = follower;
    }

    void tell(LogPosition position) {
      if (position.sequence() > told || toldLost) {
        told = Math.max(told, position.sequence());
        toldLost = false;
        guarded(() -> follower.reached(position));
      }
    }

    void tellLost(Instant since) {
      if (!toldLost) {
        toldLost = true;
        guarded(() -> follower.lost(since));
      }
    }

    /** One follower's failure is not the others'. */
    private void guarded(Runnable call) {
      try {
        call.run();
      } catch (RuntimeException failure) {
        LOG.error("a follower of the change log failed", failure);
      }
    }

    @Override
    public void close() {
      seats.remove(this);
    }
  }

  @Override
  public synchronized Following follow(long afterSequence, Follower follower) {
    Seat seat = new Seat(afterSequence, follower);
    if (lostSince != null) {
      seat.tellLost(lostSince);
    } else {
      seat.tell(last);
    }
    seats.add(seat);
    if (!started) {
      started = true;
      thread.start();
    }
    return seat;
  }

  private void run() {
    while (!closed) {
      try (Connection connection = DriverManager.getConnection(jdbcUrl, properties)) {
        listen(connection);
      } catch (SQLException gone) {
        LOG.debug("the change log is not heard", gone);
        lost();
        pause();
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    synchronized (this) {
      listening = connection;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen vigie_log");
    }
    // This connection is nobody else's: what is set on it may stay.
    AccessSetting.applyForSession(connection, LogHead.SEES_NO_FEATURE);
    reached(look(connection));
    PGConnection heard = connection.unwrap(PGConnection.class);
    while (!closed) {
      PGNotification[] announced = heard.getNotifications((int) BETWEEN_LOOKS.toMillis());
      reached(
          announced != null && announced.length > 0
              ? read(announced[announced.length - 1].getParameter())
              : look(connection));
    }
  }

  private static LogPosition look(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(Statements.file("last-revision"));
        ResultSet rows = statement.executeQuery()) {
      return rows.next()
          ? new LogPosition(rows.getLong(1), FeatureRow.time(rows, 2))
          : LogPosition.EMPTY;
    }
  }

  /** Number and microseconds since 1970. */
  private static LogPosition read(String announcement) {
    int space = announcement.indexOf(' ');
    return new LogPosition(
        Long.parseLong(announcement, 0, space, 10),
        Instant.EPOCH.plus(
            Long.parseLong(announcement, space + 1, announcement.length(), 10), ChronoUnit.MICROS));
  }

  private synchronized void reached(LogPosition position) {
    if (lostSince != null) {
      LOG.info("the change log is heard again");
      lostSince = null;
    }
    if (position.sequence() > last.sequence()) {
      last = position;
    }
    seats.forEach(seat -> seat.tell(last));
  }

  private synchronized void lost() {
    if (closed) {
      return;
    }
    Instant since = lostSince;
    if (since == null) {
      since = Instant.now();
      lostSince = since;
      LOG.warn("the change log is not heard: the database does not answer");
    }
    for (Seat seat : seats) {
      seat.tellLost(since);
    }
  }

  private void pause() {
    try {
      Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    synchronized (this) {
      if (listening != null) {
        try {
          listening.abort(Runnable::run);
        } catch (SQLException gone) {
          LOG.debug("was gone already", gone);
        }
      }
    }
  }
}
