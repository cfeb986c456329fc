package org.vigie.geodata.store.postgis;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** Recomputes the digest of every revision's rows and names the rows that do not fit. */
final class LogCheck {

  private static final int FETCH = 5_000;

  private final Connection connection;
  private final Damages damages;
  private long rowsRead;

  LogCheck(Connection connection, Damages damages) {
    this.connection = connection;
    this.damages = damages;
  }

  /**
   * @param to the last revision; {@link Long#MAX_VALUE} also looks for rows of no revision
   */
  void run(long from, long to) throws SQLException {
    try (PreparedStatement leaves = prepare("audit-leaves", from, to);
        PreparedStatement revisions = prepare("audit-revisions", from, to);
        ResultSet leaf = leaves.executeQuery();
        ResultSet revision = revisions.executeQuery()) {
      boolean more = leaf.next();
      while (revision.next()) {
        long number = revision.getLong("number");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        while (more && leaf.getLong("number") == number) {
          packed.writeBytes(pack(leaf));
          more = leaf.next();
        }
        check(revision, packed.toByteArray());
      }
      while (more) {
        damages.addDifferences(0, new byte[0], pack(leaf));
        more = leaf.next();
      }
    }
  }

  private PreparedStatement prepare(String file, long from, long to) throws SQLException {
    PreparedStatement statement =
        Statements.prepare(connection, Sql.of(Statements.file(file), from, to));
    statement.setFetchSize(FETCH);
    return statement;
  }

  private byte[] pack(ResultSet leaf) throws SQLException {
    rowsRead++;
    return Leaf.pack(
        leaf.getString("tab").charAt(0),
        leaf.getObject("id", UUID.class),
        leaf.getLong("version"),
        leaf.getBytes("digest"));
  }

  private void check(ResultSet revision, byte[] packed) throws SQLException {
    long number = revision.getLong("number");
    byte[] digest = revision.getBytes("digest");
    if (!revision.getBoolean("chained")) {
      damages.add("revision", number, "is not in the audit");
    }
    if (digest == null) {
      damages.add("change_digest", number, "is gone");
    } else if (!Arrays.equals(digest, Sha256.of(packed))) {
      byte[] written = leavesOf(revision.getLong("transaction"));
      if (Arrays.equals(digest, Sha256.of(written))) {
        damages.addDifferences(number, written, packed);
      } else {
        damages.add("change_digest", number, "is not as it was written");
      }
    }
  }

  private byte[] leavesOf(long transaction) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select leaves from vigie.change_digest where transaction = ?")) {
      statement.setLong(1, transaction);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBytes(1);
      }
    }
  }

  long rowsRead() {
    return rowsRead;
  }
}
