package org.vigie.geodata.store.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.DatabaseLogin;

/**
 * What the cluster's superuser does: databases, roles, extensions. The application itself logs in
 * as a role without these rights.
 */
final class Administration {

  static final String ADMIN = "postgres";

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long PAUSE_MILLISECONDS = 50;
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  /** Class 57: "the database system is starting up"; class 08: it does not listen yet. */
  private static final Pattern NOT_YET = Pattern.compile("57P03|08...");

  private final int port;
  private final String password;

  Administration(int port, String password) {
    this.port = port;
    this.password = password;
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /**
   * Waits until the server takes connections, which after a crash it does when it has recovered.
   */
  void awaitReady() throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        connect(ADMIN).close();
        return;
      } catch (SQLException refusal) {
        if (!NOT_YET.matcher(String.valueOf(refusal.getSQLState())).matches()
            || Instant.now().isAfter(deadline)) {
          throw failed("log in to", refusal);
        }
        Thread.sleep(PAUSE_MILLISECONDS);
      }
    }
  }

  /**
   * Makes the roles, the database and the extension that are not there yet. Repeated at every
   * start, since a start may have been cut off anywhere.
   */
  void ensureDatabase(String database, DatabaseLogin owner, DatabaseLogin application) {
    try (Connection connection = connect(ADMIN);
        Statement statement = connection.createStatement()) {
      for (DatabaseLogin role : List.of(owner, application)) {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role.user())) {
          statement.execute("create role " + name(role.user()));
        }
        statement.execute(
            "alter role "
                + name(role.user())
                + " login nosuperuser nobypassrls nocreaterole nocreatedb noreplication password "
                + statement.enquoteLiteral(role.password()));
      }
      if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
        statement.execute("create database " + name(database) + " owner " + name(owner.user()));
      }
    } catch (SQLException failure) {
      throw failed("prepare", failure);
    }
    extend(database);
  }

  void createDatabase(String database, String owner) {
    try (Connection connection = connect(ADMIN);
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name(database) + " owner " + name(owner));
    } catch (SQLException failure) {
      throw failed("make a database in", failure);
    }
    extend(database);
  }

  void dropDatabase(String database) {
    try (Connection connection = connect(ADMIN);
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name(database) + " with (force)");
    } catch (SQLException failure) {
      throw failed("drop a database in", failure);
    }
  }

  private void extend(String database) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists postgis");
      for (String each : DatabaseSetup.statements()) {
        statement.execute(each);
      }
    } catch (SQLException failure) {
      throw failed("add PostGIS to", failure);
    }
  }

  /** Where a database is for the superuser, whom no policy stops. */
  DatabaseAddress address(String database) {
    return new DatabaseAddress(url(port, database), ADMIN, password);
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", ADMIN);
    properties.setProperty("password", password);
    properties.setProperty("loginTimeout", "10");
    return DriverManager.getConnection(url(port, database), properties);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  /** Names cannot be bound, so only harmless ones pass. */
  private static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a plain name: " + name);
    }
    return name;
  }

  private static ClusterException failed(String what, SQLException failure) {
    return new ClusterException(
        "Vigie could not " + what + " its PostgreSQL: " + failure.getMessage(), failure);
  }
}
