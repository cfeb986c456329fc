package org.vigie.geodata.store;

import java.util.List;
import java.util.Map;

/**
 * What a database is, for whoever asks whether it can be used.
 *
 * @param postgresql full version of the server
 * @param postgis version of the extension, empty when the database does not have it
 * @param schemaVersion last migration that was applied, empty before the first
 * @param pendingMigrations how many the next start will apply
 * @param dangers why it would show rows to those who may not see them, a sentence each; empty when
 *     it is sound or has no schema yet
 * @param basemaps size in bytes, by name, of the files that must lie in the folder of basemaps
 */
public record DatabaseReport(
    String postgresql,
    String postgis,
    String schemaVersion,
    int pendingMigrations,
    List<String> dangers,
    Map<String, Long> basemaps) {

  public DatabaseReport {
    dangers = List.copyOf(dangers);
    basemaps = Map.copyOf(basemaps);
  }

  /** Major version of the server, as 15. */
  public int postgresqlMajor() {
    return Integer.parseInt(postgresql.replaceFirst("\\D.*", ""));
  }
}
