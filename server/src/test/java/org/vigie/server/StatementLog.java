package org.vigie.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.TestDatabases;

/** What PostgreSQL itself says that it was asked in one database, without the values. */
final class StatementLog {

  private static final Pattern ENTRY =
      Pattern.compile(
          "(?m)^\\d{4}-\\d\\d-\\d\\d .*?(?=^\\d{4}-\\d\\d-\\d\\d |\\z)", Pattern.DOTALL);
  private static final Pattern ASKED =
      Pattern.compile("\\[(\\d+)\\] .*?LOG:  (?:execute [^:]*|statement): (.*)", Pattern.DOTALL);

  /** What a pool does with its connections whoever asks: looks whether they live, sets them up. */
  private static final String OF_THE_POOL = "(?i)(set|show) .*|select 'settled'";

  /** How the index and the live streams look at the end of the log, from time to time. */
  private static final String LOOKS = "-- Purpose: how far the log reaches for everybody";

  private static final String FOLLOWS =
      "-- Purpose: the features that were written after a position";

  /** How those who run jobs look whether there are any; no request of these tests makes one. */
  private static final String JOBS = "vigie.job";

  private static final String FRAME = "(BEGIN|COMMIT|ROLLBACK|select set_config\\().*";

  private final DatabaseAddress past;
  private final Path log;

  private StatementLog(DatabaseAddress past, Path log) {
    this.past = past;
    this.log = log;
  }

  /** Of sessions that begin from now on. */
  static StatementLog of(DatabaseAddress address) throws Exception {
    DatabaseAddress past = TestDatabases.administrator(address);
    String name = address.jdbcUrl().substring(address.jdbcUrl().lastIndexOf('/') + 1);
    try (Connection connection = connect(past);
        Statement statement = connection.createStatement()) {
      statement.execute("alter database " + name + " set log_statement = 'all'");
      try (ResultSet rows = statement.executeQuery("show data_directory")) {
        rows.next();
        return new StatementLog(past, Path.of(rows.getString(1)).resolveSibling("postgres.log"));
      }
    }
  }

  /** A request that is watched. */
  interface Request {
    void send() throws Exception;
  }

  /** The texts of the statements that a request led to, in their order. */
  List<String> during(Request request) throws Exception {
    settle();
    long before = Files.size(log);
    request.send();
    settle();
    byte[] all = Files.readAllBytes(log);
    String said = new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8);
    return asked(said);
  }

  /** Transactions in the order of their ends; what follows the log by itself is no request's. */
  private static List<String> asked(String said) {
    List<String> statements = new ArrayList<>();
    Map<String, List<String>> open = new HashMap<>();
    Matcher entries = ENTRY.matcher(said);
    while (entries.find()) {
      Matcher asked = ASKED.matcher(entries.group());
      if (asked.find()) {
        String text = asked.group(2).strip().replaceAll("\\s+", " ");
        List<String> transaction = open.get(asked.group(1));
        if (text.isEmpty() || text.matches(OF_THE_POOL)) {
          continue;
        }
        if (text.startsWith("BEGIN")) {
          open.put(asked.group(1), new ArrayList<>(List.of(text)));
        } else if (transaction == null) {
          add(List.of(text), statements);
        } else {
          transaction.add(text);
          if (text.equals("COMMIT") || text.equals("ROLLBACK")) {
            add(open.remove(asked.group(1)), statements);
          }
        }
      }
    }
    open.values().forEach(rest -> add(rest, statements));
    return statements;
  }

  private static void add(List<String> transaction, List<String> statements) {
    boolean follows = transaction.stream().anyMatch(each -> each.startsWith(FOLLOWS));
    // one that is cut off by the end of the watch before it asked anything
    boolean asks = transaction.stream().anyMatch(each -> !each.matches(FRAME));
    boolean runs = transaction.stream().anyMatch(each -> each.contains(JOBS));
    if (asks && !follows && !runs && !transaction.get(0).startsWith(LOOKS)) {
      statements.addAll(transaction);
    }
  }

  /** What comes after an answer, like giving a connection back, belongs to its request. */
  private void settle() throws Exception {
    Thread.sleep(150);
    try (Connection connection = connect(past);
        Statement statement = connection.createStatement()) {
      statement.execute("select 'settled'");
    }
  }

  private static Connection connect(DatabaseAddress past) throws Exception {
    return DriverManager.getConnection(past.jdbcUrl(), past.user(), past.password());
  }
}
