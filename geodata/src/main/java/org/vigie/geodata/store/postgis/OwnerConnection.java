package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.vigie.geodata.store.DatabaseAddress;

/** A single connection of the role that owns the schema, for what the application may not do. */
final class OwnerConnection {

  private OwnerConnection() {}

  static Connection open(DatabaseAddress address) throws SQLException {
    return connect(address.asOwner().orElse(address));
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "vigie-owner");
    if (!address.user().isEmpty()) {
      properties.setProperty("user", address.user());
    }
    if (!address.password().isEmpty()) {
      properties.setProperty("password", address.password());
    }
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }
}
