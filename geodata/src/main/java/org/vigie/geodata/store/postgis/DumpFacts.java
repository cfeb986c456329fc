package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.geodata.store.Dump.Manifest;

/** What is in a database, read from its catalog. */
final class DumpFacts {

  /** As whom a dump reads: row-level security holds for the owner too. */
  private static final String EVERYTHING =
      "{\"author\":\"vigie\",\"clearance\":\"STRICTLY_CONFIDENTIAL\",\"compartments\":[\"*\"],"
          + "\"readable\":[\"*\"],\"writable\":[\"*\"],"
          + "\"protections\":[\"SOURCE_IDENTITY\",\"RESTRICTED_NARRATIVE\"],\"audit\":true}";

  private final Connection connection;

  DumpFacts(Connection connection) {
    this.connection = connection;
  }

  /** For the rest of the transaction. */
  void seeEverything() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select set_config('vigie.access', ?, true), set_config('timezone', 'UTC', true)")) {
      statement.setString(1, EVERYTHING);
      statement.execute();
    }
  }

  Manifest manifest() throws SQLException {
    return new Manifest(schema(), tables(), sequences(), rules(), head());
  }

  String schema() throws SQLException {
    return first("select max(version::int)::text from vigie.schema_history where success");
  }

  String head() throws SQLException {
    return first("select encode(digest, 'hex') from vigie.audit order by number desc limit 1");
  }

  Map<String, Long> sequences() throws SQLException {
    Map<String, Long> values = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(file("dump-sequences"));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        values.put(rows.getString(1), rows.getLong(2));
      }
    }
    return values;
  }

  List<String> rules() throws SQLException {
    List<String> rules = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(file("dump-rules"));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        rules.add(rows.getString(1));
      }
    }
    return rules;
  }

  /** Each after those it refers to. */
  List<Manifest.Table> tables() throws SQLException {
    Map<String, Manifest.Table> waiting = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(file("dump-tables"));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String name = rows.getString(1);
        String[] columns = (String[]) rows.getArray(2).getArray();
        waiting.put(name, new Manifest.Table(name, List.of(columns)));
      }
    }
    Map<String, Set<String>> earlier = references();
    List<Manifest.Table> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      String next =
          waiting.keySet().stream()
              .filter(
                  name ->
                      earlier.getOrDefault(name, Set.of()).stream().noneMatch(waiting::containsKey))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables refer to each other in a ring"));
      ordered.add(waiting.remove(next));
    }
    return ordered;
  }

  private Map<String, Set<String>> references() throws SQLException {
    Map<String, Set<String>> earlier = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(file("dump-references"));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        earlier.computeIfAbsent(rows.getString(1), k -> new HashSet<>()).add(rows.getString(2));
      }
    }
    return earlier;
  }

  private String first(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() && rows.getString(1) != null ? rows.getString(1) : "";
    }
  }

  private static String file(String name) {
    return Statements.file(name);
  }
}
