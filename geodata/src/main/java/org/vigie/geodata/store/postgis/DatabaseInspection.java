package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.postgresql.ds.PGSimpleDataSource;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.DatabaseReport;
import org.vigie.geodata.store.StoreUnavailableException;

/** Looks at a database without changing it. */
public final class DatabaseInspection {

  private static final String PATIENCE_SECONDS = "5";

  private DatabaseInspection() {}

  /**
   * @throws StoreUnavailableException when it cannot be reached, with the reason
   */
  public static DatabaseReport of(DatabaseAddress address) {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      String postgresql = text(statement, "show server_version");
      String postgis =
          text(statement, "select extversion from pg_extension where extname = 'postgis'");
      MigrationInfoService migrations = migrations(address);
      String version =
          Optional.ofNullable(migrations.current())
              .map(MigrationInfo::getVersion)
              .map(String::valueOf)
              .orElse("");
      return new DatabaseReport(
          postgresql,
          postgis,
          version,
          migrations.pending().length,
          dangers(connection),
          basemaps(connection));
    } catch (SQLException failure) {
      throw new StoreUnavailableException(
          "The database " + address + " does not answer: " + failure.getMessage(), failure);
    }
  }

  /** Empty before there is something to guard. */
  private static List<String> dangers(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      return text(statement, "select to_regclass('vigie.raised')").isEmpty()
          ? List.of()
          : new RightsCheck(connection).dangers();
    } finally {
      connection.rollback();
    }
  }

  private static Map<String, Long> basemaps(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    Map<String, Long> files = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      if (!text(statement, "select to_regclass('vigie.basemap')").isEmpty()) {
        AccessSetting.apply(connection, Access.everything(new Author("vigie")));
        try (ResultSet rows =
            statement.executeQuery(
                "select file, bytes from vigie.basemap where state <> 'REFUSED'")) {
          while (rows.next()) {
            files.put(rows.getString(1), rows.getLong(2));
          }
        }
      }
      return files;
    } finally {
      connection.rollback();
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    Properties properties = new Properties();
    if (!address.user().isEmpty()) {
      properties.setProperty("user", address.user());
    }
    if (!address.password().isEmpty()) {
      properties.setProperty("password", address.password());
    }
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }

  /** The first column of the first row, empty when there is none. */
  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      String text = rows.next() ? rows.getString(1) : null;
      return text == null ? "" : text;
    }
  }

  private static MigrationInfoService migrations(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.jdbcUrl());
    if (!address.user().isEmpty()) {
      source.setUser(address.user());
      source.setPassword(address.password());
    }
    return Migrations.flyway(source).info();
  }
}
