package org.vigie.server.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.DatabaseReport;
import org.vigie.geodata.store.StoreUnavailableException;
import org.vigie.geodata.store.cluster.ClusterException;
import org.vigie.geodata.store.cluster.PostgisCluster;
import org.vigie.server.config.DataSettings;

/** Whether the database answers, and what it is. */
final class DatabaseCheck implements Doctor.Check {

  private static final String SUBJECT = "Database";

  /** Older ones have no views that read with the rights of the reader. */
  private static final int OLDEST_POSTGRESQL = 15;

  private final Function<DatabaseAddress, DatabaseReport> inspection;

  DatabaseCheck(Function<DatabaseAddress, DatabaseReport> inspection) {
    this.inspection = inspection;
  }

  @Override
  public List<Finding> look(DataSettings data) {
    try {
      return data.database().isPresent()
          ? describe(data.database().get(), data.directory())
          : lookAtPrivateCluster(data);
    } catch (ClusterException | StoreUnavailableException | IllegalArgumentException failure) {
      return List.of(
          Finding.wrong(
              SUBJECT,
              String.valueOf(failure.getMessage()),
              data.database().isPresent()
                  ? "check --database-url, --database-user and VIGIE_DATABASE_PASSWORD, and that it"
                      + " runs"
                  : "see " + data.directory().resolve("postgres/postgres.log")));
    }
  }

  private List<Finding> lookAtPrivateCluster(DataSettings data) {
    if (!Files.exists(data.directory().resolve("postgres"))) {
      return List.of(Finding.note(SUBJECT, "a private one is made at the first start"));
    }
    try (PostgisCluster cluster = PostgisCluster.join(data.directory())) {
      return describe(cluster.address(), data.directory());
    }
  }

  private List<Finding> describe(DatabaseAddress address, Path directory) {
    DatabaseReport report = inspection.apply(address);
    String what = address + ", PostgreSQL " + report.postgresql();
    List<Finding> findings = new ArrayList<>();
    if (report.postgresqlMajor() < OLDEST_POSTGRESQL) {
      findings.add(
          Finding.wrong(SUBJECT, what, "use PostgreSQL " + OLDEST_POSTGRESQL + " or newer"));
    } else if (report.postgis().isEmpty()) {
      findings.add(
          Finding.wrong(
              SUBJECT,
              what + " without PostGIS",
              "have a superuser run CREATE EXTENSION postgis in that database"));
    } else {
      findings.add(Finding.ok(SUBJECT, what + ", PostGIS " + report.postgis()));
    }
    findings.add(schema(report));
    for (String danger : report.dangers()) {
      findings.add(Finding.wrong("Rights", danger, "see docs/database.md"));
    }
    if (!report.schemaVersion().isEmpty() && report.dangers().isEmpty()) {
      findings.add(Finding.ok("Rights", "the database hides what is marked from this role"));
    }
    findings.addAll(basemaps(report, directory.resolve("basemaps")));
    return findings;
  }

  private static List<Finding> basemaps(DatabaseReport report, Path folder) {
    List<Finding> findings = new ArrayList<>();
    report
        .basemaps()
        .forEach(
            (name, bytes) -> {
              Path file = folder.resolve(name);
              if (size(file) != bytes) {
                findings.add(
                    Finding.wrong(
                        "Basemaps",
                        file + (Files.exists(file) ? " is not as it was added" : " is gone"),
                        "copy it from a backup, or: vigie basemap remove "
                            + name.replaceFirst("\\..*", "")));
              }
            });
    if (findings.isEmpty() && !report.basemaps().isEmpty()) {
      findings.add(Finding.ok("Basemaps", report.basemaps().size() + " files are there"));
    }
    return findings;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return -1;
    }
  }

  private static Finding schema(DatabaseReport report) {
    if (report.schemaVersion().isEmpty()) {
      return Finding.note("Schema", "not made yet; the first start makes it");
    }
    return report.pendingMigrations() == 0
        ? Finding.ok("Schema", "version " + report.schemaVersion() + ", up to date")
        : Finding.note(
            "Schema",
            "version "
                + report.schemaVersion()
                + "; the next start brings "
                + report.pendingMigrations()
                + " migrations");
  }
}
