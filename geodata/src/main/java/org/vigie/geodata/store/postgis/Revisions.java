package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.LogPosition;

/**
 * The order of the log. A sequence number taken while writing is not the order of commits: a reader
 * that had seen number 8 would miss a slower transaction that commits number 7 afterwards. So each
 * write transaction is stamped last, under one lock that PostgreSQL holds until the commit is
 * visible to others; numbers and times then grow in the order of commits.
 */
final class Revisions {

  private static final long LOCK = 0x5669676965_02L;

  private Revisions() {}

  /** A key for the changes of a transaction that has no number yet. */
  static long newTransactionKey(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select nextval('vigie.transaction_key')");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * What a revision says beside its number and time.
   *
   * @param layer layer of a bulk load, else null
   * @param batch the load this is, else null
   * @param undoes the load this takes back, else null
   */
  record Stamp(
      long transaction,
      Author author,
      String title,
      @Nullable String layer,
      @Nullable UUID batch,
      @Nullable UUID undoes,
      Batch.Counts counts) {

    static Stamp of(long transaction, Author author, String title) {
      return new Stamp(transaction, author, title, null, null, null, new Batch.Counts(0, 0, 0, 0));
    }
  }

  /**
   * Must be the last thing the transaction does: others wait from its lock until it commits. What
   * was written is digested before the lock, so that nobody waits for that; the insert chains the
   * digest (a trigger).
   */
  static LogPosition stamp(Connection connection, Stamp stamp) throws SQLException {
    try (PreparedStatement digest = connection.prepareStatement("select vigie.digest_changes(?)")) {
      digest.setLong(1, stamp.transaction);
      digest.execute();
    }
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_advisory_xact_lock(" + LOCK + ")")) {
      lock.execute();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(Statements.file("insert-revision"))) {
      insert.setLong(1, stamp.transaction);
      insert.setString(2, stamp.author.name());
      insert.setString(3, stamp.title);
      insert.setString(4, stamp.layer);
      insert.setObject(5, stamp.batch);
      insert.setObject(6, stamp.undoes);
      insert.setLong(7, stamp.counts.inserted());
      insert.setLong(8, stamp.counts.updated());
      insert.setLong(9, stamp.counts.unchanged());
      insert.setLong(10, stamp.counts.repeated());
      try (ResultSet rows = insert.executeQuery()) {
        rows.next();
        return new LogPosition(rows.getLong(1), FeatureRow.time(rows, 2));
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

  static LogPosition position(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select number, committed_at from vigie.revision order by number desc limit 1");
        ResultSet rows = statement.executeQuery()) {
      return rows.next()
          ? new LogPosition(rows.getLong(1), FeatureRow.time(rows, 2))
          : LogPosition.EMPTY;
    }
  }
}
