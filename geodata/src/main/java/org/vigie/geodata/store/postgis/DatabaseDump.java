package org.vigie.geodata.store.postgis;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.Dump;

/**
 * Writes all of a database on one snapshot, beside whoever works on it. A stream a table, in
 * bounded memory.
 */
public final class DatabaseDump {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DatabaseDump() {}

  /**
   * @param address whose role owns the schema
   * @return how much there was
   */
  public static Dump.Totals write(DatabaseAddress address, Dump.Target target) throws IOException {
    try (Connection connection = OwnerConnection.open(address)) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      DumpFacts facts = new DumpFacts(connection);
      facts.seeEverything();
      Dump.Manifest manifest = facts.manifest();
      write(target, Dump.MANIFEST, manifest);
      Map<String, Long> rows = new TreeMap<>();
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (Dump.Manifest.Table table : manifest.tables()) {
        try (OutputStream out = target.part(Dump.TABLE + table.name())) {
          rows.put(
              table.name(),
              copy.copyOut(
                  "copy (select " + columns(table) + " from " + name(table) + ") to stdout", out));
        }
      }
      Dump.Totals totals = new Dump.Totals(rows);
      write(target, Dump.TOTALS, totals);
      connection.rollback();
      return totals;
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  private static void write(Dump.Target target, String name, Object document) throws IOException {
    try (OutputStream out = target.part(name)) {
      out.write(JSON.writeValueAsBytes(document));
    }
  }

  /** Names come from the catalog of this database, or are compared with it first. */
  static String name(Dump.Manifest.Table table) {
    return "vigie." + quoted(table.name());
  }

  static String columns(Dump.Manifest.Table table) {
    return table.columns().stream().map(DatabaseDump::quoted).collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
