package org.vigie.geodata.store.postgis;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.vigie.geodata.store.AuditReport;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.Dump;
import org.vigie.geodata.store.DumpException;

/**
 * Fills a database that was just made with what a dump holds: all of it and verified, or nothing.
 * The schema, its policies and its functions are this program's, never the dump's.
 */
public final class DatabaseRestore implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;
  private final Dump.Manifest manifest;
  private final List<String> rulesBefore;
  private final List<String> guards = new ArrayList<>();
  private final Map<String, Long> rows = new TreeMap<>();
  private final CopyManager copy;

  private DatabaseRestore(Connection connection, Dump.Manifest manifest) throws SQLException {
    this.connection = connection;
    this.manifest = manifest;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    connection.setAutoCommit(false);
    this.rulesBefore = new DumpFacts(connection).rules();
  }

  /**
   * Begins with the first part of a dump.
   *
   * @param address of a database with the schema and layer tables of this program and no features,
   *     whose role owns the schema
   * @throws DumpException when the dump is of another version
   */
  public static DatabaseRestore begin(DatabaseAddress address, Dump.Part first) throws IOException {
    if (!first.name().equals(Dump.MANIFEST)) {
      throw new DumpException("it does not begin with " + Dump.MANIFEST);
    }
    Dump.Manifest manifest = JSON.readValue(first.content().readAllBytes(), Dump.Manifest.class);
    try {
      Connection connection = OwnerConnection.open(address);
      boolean begun = false;
      try {
        DatabaseRestore restore = new DatabaseRestore(connection, manifest);
        restore.checkFit();
        restore.lowerGuards();
        begun = true;
        return restore;
      } finally {
        if (!begun) {
          connection.close();
        }
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  private void checkFit() throws SQLException {
    DumpFacts facts = new DumpFacts(connection);
    facts.seeEverything();
    refuseOtherSchema(manifest.schema(), facts.schema());
    if (!facts.tables().equals(manifest.tables())) {
      throw new DumpException("its tables are not those of this program");
    }
    try (Statement statement = connection.createStatement();
        var features = statement.executeQuery("select from vigie.revision limit 1")) {
      if (features.next()) {
        throw new DumpException("the database is not empty");
      }
    }
  }

  /** Rows are not converted on their way in: migrations do that, and are tried on databases. */
  private static void refuseOtherSchema(String of, String ours) {
    if (of.equals(ours)) {
      return;
    }
    boolean older =
        of.length() < ours.length() || (of.length() == ours.length() && of.compareTo(ours) < 0);
    throw new DumpException(
        "it is of schema version "
            + of
            + " and this program has "
            + ours
            + (older
                ? ": restore it with the version of Vigie that made it, stop that, and start this"
                    + " version on the same data directory, which brings it up to date"
                : ", which is older: update Vigie, then restore"));
  }

  /**
   * Triggers would log and audit what comes, and the owner may not COPY past forced row-level
   * security. All inside the transaction, and compared at its end.
   */
  private void lowerGuards() throws SQLException {
    for (String rule : rulesBefore) {
      String[] words = rule.split(" ");
      if (words[0].equals("trigger")) {
        String table = words[1].substring(0, words[1].lastIndexOf('.'));
        String trigger = words[1].substring(words[1].lastIndexOf('.') + 1);
        execute("alter table " + table + " disable trigger " + trigger);
        String how = words[2].equals("A") ? "enable always" : "enable";
        guards.add("alter table " + table + " " + how + " trigger " + trigger);
      } else if (words[0].equals("table") && rule.endsWith("forced true")) {
        execute("alter table vigie.\"" + words[1] + "\" no force row level security");
        guards.add("alter table vigie.\"" + words[1] + "\" force row level security");
      }
    }
    // features and log hold only the rows that nobody sees, by which policies are tried tried
    List<String> names =
        manifest.tables().stream()
            .filter(table -> !List.of("feature", "change").contains(table.name()))
            .map(DatabaseDump::name)
            .toList();
    execute("truncate " + String.join(", ", names));
  }

  /** Reads one more part; false when it was the last. */
  public boolean read(Dump.Part part) throws IOException {
    if (part.name().equals(Dump.TOTALS)) {
      Dump.Totals totals = JSON.readValue(part.content().readAllBytes(), Dump.Totals.class);
      if (!totals.rows().equals(rows)) {
        throw new DumpException("it has " + rows + " and should have " + totals.rows());
      }
      return false;
    }
    Dump.Manifest.Table table =
        manifest.tables().stream()
            .filter(each -> part.name().equals(Dump.TABLE + each.name()))
            .findFirst()
            .orElseThrow(() -> new DumpException("it has an unknown part " + part.name()));
    try {
      rows.put(
          table.name(),
          copy.copyIn(
              "copy "
                  + DatabaseDump.name(table)
                  + " ("
                  + DatabaseDump.columns(table)
                  + ") from stdin",
              part.content()));
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
    return true;
  }

  /**
   * Raises the guards again, verifies and commits.
   *
   * @throws DumpException when the rules or the audit are not as they were: nothing is kept
   */
  public AuditReport finish() {
    try {
      for (String guard : guards) {
        execute(guard);
      }
      for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
        if (sequence.getValue() > 0) {
          setSequence(sequence.getKey(), sequence.getValue());
        }
      }
      DumpFacts facts = new DumpFacts(connection);
      facts.seeEverything();
      compareRules(facts.rules());
      AuditReport audit = AuditVerification.run(connection, manifest.head());
      if (!audit.isSound() || !audit.head().equals(manifest.head())) {
        throw new DumpException(
            "its audit does not verify: " + audit.damages().stream().limit(3).toList());
      }
      connection.commit();
      execute("analyze");
      connection.commit();
      return audit;
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  private void compareRules(List<String> now) {
    List<String> missing = new ArrayList<>(manifest.rules());
    missing.removeAll(now);
    List<String> added = new ArrayList<>(now);
    added.removeAll(manifest.rules());
    if (!missing.isEmpty() || !added.isEmpty()) {
      throw new DumpException(
          "what protects the rows is not as it was; missing: " + missing + ", new: " + added);
    }
  }

  private void setSequence(String name, long value) throws SQLException {
    try (var statement =
        connection.prepareStatement("select setval(('vigie.' || quote_ident(?))::regclass, ?)")) {
      statement.setString(1, name);
      statement.setLong(2, value);
      statement.execute();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Gives up what was not finished. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException lost) {
      // the server rolls back what a lost connection left open
    }
  }
}
