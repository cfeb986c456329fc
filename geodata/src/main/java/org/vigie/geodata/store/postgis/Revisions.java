package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.LogPosition;

/**
 * The order of the log. A sequence number taken while writing is not the order of commits: a reader
 * that had seen number 8 would miss a slower transaction that commits number 7 afterwards. So each
 * write transaction is stamped last, under one lock that PostgreSQL holds until the commit is
 * visible to others; numbers and times then grow in the order of commits.
 *
 * <p>The number is the time of commit in microseconds since 1970, so that a gap between two numbers
 * does not tell how much was written in between that the reader may not see.
 */
final class Revisions {

  private static final long LOCK = 0x5669676965_02L;

  private Revisions() {}

  /** A key for the changes of this transaction, which has no number yet; once a transaction. */
  static long newTransactionKey(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select vigie.begin_write()");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * What a revision says beside its number and time.
   *
   * @param title why, as the author says; empty for a load, whose title not everybody may see
   * @param batch the load this is, else null
   * @param undoes the load this takes back, else null
   */
  record Stamp(
      long transaction, Author author, String title, @Nullable UUID batch, @Nullable UUID undoes) {

    static Stamp of(long transaction, Author author, String title) {
      return new Stamp(transaction, author, title, null, null);
    }
  }

  /**
   * Must be the last thing the transaction does: others wait from its lock until it commits. What
   * was written is digested before the lock, so that nobody waits for that, and nothing may be
   * changed afterwards; triggers number the revision and chain the digest.
   */
  static LogPosition stamp(Connection connection, Stamp stamp) throws SQLException {
    try (PreparedStatement digest = connection.prepareStatement("select vigie.digest_write()")) {
      digest.execute();
    }
    String touched = touched(connection, stamp.transaction);
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_advisory_xact_lock(" + LOCK + ")")) {
      lock.execute();
    }
    LogPosition position;
    try (PreparedStatement insert =
        connection.prepareStatement(Statements.file("insert-revision"))) {
      insert.setLong(1, stamp.transaction);
      insert.setString(2, stamp.author.name());
      insert.setString(3, stamp.title);
      insert.setObject(4, stamp.batch);
      insert.setObject(5, stamp.undoes);
      try (ResultSet rows = insert.executeQuery()) {
        rows.next();
        position = new LogPosition(rows.getLong(1), FeatureRow.time(rows, 2));
      }
    }
    try (PreparedStatement move = connection.prepareStatement(Statements.file("move-latest"))) {
      move.setLong(1, position.sequence());
      move.setString(2, touched);
      move.executeUpdate();
    }
    return position;
  }

  /** The marks and places of what the transaction changed, before and after, as a document. */
  private static String touched(Connection connection, long transaction) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Statements.file("touched"))) {
      for (int i = 1; i <= 4; i++) {
        statement.setLong(i, transaction);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  /**
   * Waits until every transaction that is stamped already is committed. Asked "as known at now"
   * without it, a reader could miss a commit that is stamped a moment earlier and still being
   * written to disk, and see it when he asks again. The wait must end before the snapshot is taken,
   * so it needs a transaction of its own.
   */
  static void awaitStamped(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_advisory_xact_lock_shared(" + LOCK + ")")) {
      lock.execute();
    }
  }

  /**
   * The last revision that touched something of what the caller may see, by the marks it had before
   * or after: it stands still while others write what is hidden from him.
   */
  static LogPosition position(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Statements.file("position"));
        ResultSet rows = statement.executeQuery()) {
      return rows.next()
          ? new LogPosition(rows.getLong(1), FeatureRow.time(rows, 2))
          : LogPosition.EMPTY;
    }
  }
}
