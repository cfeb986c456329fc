package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.vigie.geodata.store.AuditReport;
import org.vigie.geodata.store.DatabaseAddress;

/**
 * Somebody with all rights over the database who rewrites the past: triggers off, one change, and
 * after the look at it everything rolled back.
 */
final class Tampering {

  private record Kind(String name, String table, String sql) {}

  /** {@code %d} is a number at random. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "flip a property",
              "change",
              "update vigie.change set properties = properties || '{\"killed_best\": %1$d}'"
                  + " where sequence = "
                  + aRow("c.operation <> 'DELETE'")),
          new Kind(
              "move a point by a hair",
              "change",
              "update vigie.change set geom = st_translate(geom, 1e-12, 0) where sequence = "
                  + aRow("c.geom is not null and c.operation <> 'DELETE'")),
          new Kind(
              "date back",
              "change",
              "update vigie.change set recorded_at = recorded_at - interval '1 microsecond'"
                  + " where sequence = "
                  + aRow("true")),
          new Kind(
              "drop a change",
              "change",
              "delete from vigie.change where sequence = " + aRow("true")),
          new Kind(
              "add a change",
              "change",
              "insert into vigie.change (transaction, operation, id, layer, geom, valid_from,"
                  + " classification, source_system, original, properties, version, recorded_at)"
                  + " select transaction, operation, gen_random_uuid(), layer, geom, valid_from,"
                  + " classification, source_system, original, properties, version, recorded_at"
                  + " from vigie.change where sequence = "
                  + aRow("c.operation <> 'DELETE'")),
          new Kind(
              "swap two writes",
              "change",
              "with two as (select c.sequence, c.transaction from vigie.change c where c.layer <>"
                  + " '*canary*' order by c.sequence offset %1$d %% 8 limit 2) update vigie.change"
                  + " t set transaction = (select o.transaction from two o where o.sequence <>"
                  + " t.sequence) where t.sequence in (select sequence from two)"),
          new Kind(
              "change an author",
              "revision",
              "update vigie.revision set author = 'nobody' where number = " + a("revision")),
          new Kind(
              "change a time",
              "revision",
              "update vigie.revision set committed_at = committed_at - interval '1 microsecond'"
                  + " where number = "
                  + a("revision")),
          new Kind(
              "change an entry",
              "audit",
              "update vigie.audit set subject = subject || '.' where number = " + a("audit")),
          new Kind(
              "swap two entries",
              "audit",
              "update vigie.audit t set actor = 'x' || t.number, at = t.at + interval '1 hour'"
                  + " where number in ("
                  + a("audit")
                  + ")"),
          new Kind(
              "drop an entry",
              "audit",
              "delete from vigie.audit where number = "
                  + a("audit")
                  + " and number < (select max(number) from vigie.audit)"),
          new Kind("empty the chain", "", "truncate vigie.audit"),
          new Kind("empty the log", "", "truncate vigie.change"),
          new Kind("empty the digests", "change_digest", "truncate vigie.change_digest"),
          new Kind(
              "change a feature past the log",
              "feature",
              "update vigie.feature set properties = properties || '{\"killed_best\": %1$d}'"
                  + " where id = (select id from vigie.feature where layer <> '*canary*'"
                  + " order by id offset %1$d %% 20 limit 1)"),
          new Kind(
              "take a feature away past the log",
              "feature",
              "delete from vigie.feature where id = (select id from vigie.feature"
                  + " where layer <> '*canary*' order by id offset %1$d %% 20 limit 1)"));

  private final DatabaseAddress address;
  private final Random random;
  private int trials;

  Tampering(DatabaseAddress address, Random random) {
    this.address = address;
    this.random = random;
  }

  private static String aRow(String condition) {
    return "(select c.sequence from vigie.change c where c.layer <> '*canary*' and "
        + condition
        + " order by c.sequence offset %1$d %% 15 limit 1)";
  }

  private static String a(String table) {
    return "(select number from vigie." + table + " order by number offset %1$d %% 8 limit 1)";
  }

  Trial next() {
    Kind kind = KINDS.get(trials++ % KINDS.size());
    return new Trial(kind, kind.sql.formatted(1_000 + random.nextInt(1_000_000)));
  }

  /** One act of it. */
  final class Trial {

    private final Kind kind;
    private final String sql;

    private Trial(Kind kind, String sql) {
      this.kind = kind;
      this.sql = sql;
    }

    AuditReport verifyBeforeRollingBack(String head) throws SQLException {
      try (Connection connection = unguarded(address);
          Statement statement = connection.createStatement()) {
        if (statement.executeUpdate(sql) == 0 && !sql.startsWith("truncate")) {
          throw new AssertionError("nothing was touched: " + sql);
        }
        AuditReport report = verify(connection, head);
        connection.rollback();
        return report;
      }
    }

    /** Whether no finding is about the table that was touched. */
    boolean isUnnamedIn(AuditReport report) {
      return !kind.table.isEmpty()
          && report.damages().stream().noneMatch(d -> d.table().startsWith(kind.table));
    }

    @Override
    public String toString() {
      return kind.name + ": " + sql;
    }
  }

  /** A transaction of the database's administrator in which nothing keeps the past from change. */
  static Connection unguarded(DatabaseAddress address) throws SQLException {
    Connection connection = Databases.connect(address);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local timezone = 'UTC'");
      for (String table :
          Databases.texts(
              address,
              "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid ="
                  + " c.relnamespace where n.nspname = 'vigie' and c.relkind in ('r', 'p') and"
                  + " c.relname <> 'schema_history'")) {
        statement.execute("alter table " + table + " disable trigger user");
        statement.execute("alter table " + table + " no force row level security");
      }
      for (String constraint : List.of("audit drop constraint audit_revision_fkey")) {
        statement.execute("alter table vigie." + constraint);
      }
    }
    return connection;
  }

  static AuditReport verify(Connection connection, String head) throws SQLException {
    return AuditVerification.run(connection, head);
  }

  /** The last write, with all that tells of it. */
  static void cutTail(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create temporary table cut on commit drop as select number, transaction"
              + " from vigie.revision order by number desc limit 1");
      statement.execute(
          "delete from vigie.audit where number >="
              + " (select a.number from vigie.audit a join cut on cut.number = a.revision)");
      statement.execute(
          "delete from vigie.feature f using vigie.change c, cut"
              + " where c.transaction = cut.transaction and f.id = c.id");
      statement.execute(
          "delete from vigie.change c using cut where c.transaction = cut.transaction");
      statement.execute(
          "delete from vigie.change_digest d using cut where d.transaction = cut.transaction");
      statement.execute("delete from vigie.load l using cut where l.transaction = cut.transaction");
      statement.execute("delete from vigie.revision r using cut where r.number = cut.number");
    }
  }

  /** What an unchained digest cannot see: the row and its digest rewritten together. */
  static void rewriteOneRevisionWithItsDigest(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create temporary table one on commit drop as select transaction"
              + " from vigie.change where layer <> '*canary*' order by sequence limit 1");
      statement.execute(
          "update vigie.change c set source_system = 'forged' from one"
              + " where c.transaction = one.transaction");
      statement.execute(
          "delete from vigie.change_digest d using one" + " where d.transaction = one.transaction");
      statement.execute("select vigie.digest_changes((select transaction from one))");
    }
  }
}
