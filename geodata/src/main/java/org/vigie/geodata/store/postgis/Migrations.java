package org.vigie.geodata.store.postgis;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.vigie.geodata.store.StoreUnavailableException;

/** Brings the schema {@code vigie} to the version of this program. */
final class Migrations {

  private Migrations() {}

  static void run(DataSource database) {
    try {
      flyway(database).migrate();
    } catch (FlywayException e) {
      throw new StoreUnavailableException("the database could not be brought up to date: " + e, e);
    }
  }

  static Flyway flyway(DataSource database) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .schemas("vigie")
        .createSchemas(true)
        .table("schema_history")
        .locations("classpath:org/vigie/geodata/store/postgis/migration")
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .load();
  }
}
