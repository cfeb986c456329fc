package org.vigie.geodata.store;

/**
 * What a database is, for whoever asks whether it can be used.
 *
 * @param postgresql full version of the server
 * @param postgis version of the extension, empty when the database does not have it
 * @param schemaVersion last migration that was applied, empty before the first
 * @param pendingMigrations how many the next start will apply
 */
public record DatabaseReport(
    String postgresql, String postgis, String schemaVersion, int pendingMigrations) {

  /** Major version of the server, as 15. */
  public int postgresqlMajor() {
    return Integer.parseInt(postgresql.replaceFirst("\\D.*", ""));
  }
}
