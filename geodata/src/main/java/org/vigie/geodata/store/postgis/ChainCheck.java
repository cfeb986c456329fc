package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;

/** Recomputes the chain from its first entry, or from the one before a range. */
final class ChainCheck {

  private static final int FETCH = 5_000;
  private static final byte[] BEGIN = new byte[32];

  private final Connection connection;
  private final Damages damages;
  private final byte[] expected;
  private byte[] digest = BEGIN;
  private boolean met;
  private long entries;
  private long firstRevision = Long.MAX_VALUE;
  private long lastRevision;

  /**
   * @param expected digest that was noted outside and must occur; empty for none, in hexadecimal
   */
  ChainCheck(Connection connection, Damages damages, String expected) {
    this.connection = connection;
    this.damages = damages;
    this.expected = HexFormat.of().parseHex(expected);
    this.met = expected.isEmpty();
  }

  void run(long from, long to) throws SQLException {
    if (from > 1) {
      digest = digestOf(from - 1);
    }
    try (PreparedStatement statement =
        Statements.prepare(connection, Sql.of(Statements.file("audit-entries"), from, to))) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          check(rows, from + entries);
          entries++;
        }
      }
    }
    if (!met) {
      damages.add("audit", 0, "the head that was noted is not in the chain: its end was cut off");
    }
  }

  private void check(ResultSet rows, long number) throws SQLException {
    long given = rows.getLong("number");
    if (given != number) {
      damages.add("audit", number, "is gone");
      entries += given - number;
    }
    long revision = rows.getLong("revision");
    if (revision != 0) {
      firstRevision = Math.min(firstRevision, revision);
      lastRevision = Math.max(lastRevision, revision);
      if (rows.getBoolean("revision_gone")) {
        damages.add("revision", revision, "is gone");
      } else if (!Arrays.equals(rows.getBytes("content"), rows.getBytes("revision_content"))) {
        damages.add("revision", revision, "or the digest of its changes is not as it was written");
      }
    }
    byte[] stored = rows.getBytes("digest");
    if (!Arrays.equals(stored, Sha256.of(digest, rows.getBytes("entry")))) {
      damages.add("audit", given, "is not as it was written, or not what followed the one before");
    }
    // from here on with what is stored, so that one broken entry is one finding
    digest = stored;
    met |= Arrays.equals(stored, expected);
  }

  private byte[] digestOf(long number) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select digest from vigie.audit where number = ?")) {
      statement.setLong(1, number);
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          return rows.getBytes(1);
        }
        damages.add("audit", number, "is gone");
        return BEGIN;
      }
    }
  }

  long entries() {
    return entries;
  }

  /** In hexadecimal; empty when the chain is. */
  String head() {
    return Arrays.equals(digest, BEGIN) ? "" : HexFormat.of().formatHex(digest);
  }

  long firstRevision() {
    return firstRevision;
  }

  long lastRevision() {
    return lastRevision;
  }
}
