package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.AuditReport;

/**
 * Recomputes the audit from what lies in the tables, on one snapshot and in bounded memory (57
 * bytes for each row of the largest single write). A cut at the end cannot be seen from inside:
 * note the head elsewhere and give it here.
 */
final class AuditVerification {

  private static final Access EVERYTHING = Access.everything(new Author("audit"));

  private final Database database;

  AuditVerification(Database database) {
    this.database = database;
  }

  String head() {
    return database.read(
        EVERYTHING,
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows =
                  statement.executeQuery(
                      "select digest from vigie.audit order by number desc limit 1")) {
            return rows.next() ? HexFormat.of().formatHex(rows.getBytes(1)) : "";
          }
        });
  }

  AuditReport verify(String expected) {
    return database.read(EVERYTHING, connection -> run(connection, expected));
  }

  static AuditReport run(Connection connection, String expected) throws SQLException {
    Damages damages = new Damages();
    ChainCheck chain = chain(connection, damages, expected, 1, Long.MAX_VALUE);
    LogCheck log = new LogCheck(connection, damages);
    log.run(1, Long.MAX_VALUE);
    rows(connection, damages, "audit-features");
    rows(connection, damages, "audit-kept");
    return new AuditReport(chain.entries(), log.rowsRead(), chain.head(), damages.list());
  }

  AuditReport verify(long from, long to, String expected) {
    return database.read(
        EVERYTHING,
        connection -> {
          Damages damages = new Damages();
          ChainCheck chain = chain(connection, damages, expected, from, to);
          LogCheck log = new LogCheck(connection, damages);
          if (chain.lastRevision() > 0) {
            log.run(chain.firstRevision(), chain.lastRevision());
          }
          return new AuditReport(chain.entries(), log.rowsRead(), chain.head(), damages.list());
        });
  }

  private static ChainCheck chain(
      Connection connection, Damages damages, String expected, long from, long to)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // takes as long as it takes; nobody waits for it
      statement.execute("set local statement_timeout = 0");
      statement.execute("set local work_mem = '256MB'");
    }
    new DumpFacts(connection).seeEverything();
    ChainCheck chain = new ChainCheck(connection, damages, expected);
    chain.run(from, to);
    return chain;
  }

  private static void rows(Connection connection, Damages damages, String file)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Statements.file(file))) {
      statement.setFetchSize(AuditReport.MOST);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          damages.add(
              new AuditReport.Damage(
                  (rows.getString("tab") + " " + rows.getString("layer")).strip(),
                  Optional.ofNullable(rows.getObject("id", UUID.class)),
                  rows.getLong("version"),
                  0,
                  rows.getString("what")));
        }
      }
    }
  }
}
