package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.store.DatabaseAddress;

/**
 * What only the owner of the schema may do: migrate it and make the tables of layers. At start
 * only; afterwards no connection of the process is the owner's.
 */
final class OwnerSession {

  private final PGSimpleDataSource source = new PGSimpleDataSource();

  OwnerSession(DatabaseAddress owner) {
    source.setUrl(owner.jdbcUrl());
    if (!owner.user().isEmpty()) {
      source.setUser(owner.user());
    }
    if (!owner.password().isEmpty()) {
      source.setPassword(owner.password());
    }
    source.setConnectTimeout(5);
    source.setApplicationName("vigie-owner");
  }

  void bringUpToDate(LayerCatalog catalog) {
    Migrations.run(source);
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      seeEverything(connection);
      new LayerTables(connection).bringIntoLine(catalog);
      connection.commit();
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  /** The owner is under the policies too; what is stored must fit the layer files all the same. */
  private static void seeEverything(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select set_config('vigie.access', vigie.everything(), true)")) {
      statement.execute();
    }
  }
}
