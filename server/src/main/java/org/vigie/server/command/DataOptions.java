package org.vigie.server.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.DatabaseLogin;
import org.vigie.server.config.DataDirectory;
import org.vigie.server.config.DataSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where the data is, for every command that touches data. */
public final class DataOptions {

  private static final int MOST_BASEMAP_GB = 1_000;

  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = {
        "Folder of the private database, of layer files, of vigie.properties and of logs.",
        "Default: /var/lib/vigie/mission for root, else ~/.local/share/vigie/mission; the demo's"
            + " ends in /demo."
      })
  private @Nullable Path dataDirectory;

  @Option(names = "--demo", description = "Use the demo's data directory.")
  private boolean demo;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description =
          "A PostGIS that runs elsewhere, as jdbc:postgresql://host:port/database."
              + " Default: a private one in the data directory.")
  private @Nullable String databaseUrl;

  @Option(
      names = "--database-user",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "Role to log in as at --database-url. It owns nothing there, see vigie database-setup."
              + " Default: the one in the URL.")
  private String databaseUser;

  @Option(
      names = "--database-password",
      paramLabel = "WORD",
      defaultValue = "",
      description =
          "Its password. Better set as VIGIE_DATABASE_PASSWORD, since everybody on the machine can"
              + " read a command line.")
  private String databasePassword;

  @Option(
      names = "--database-owner-user",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "Role that owns the schema, used at the start only to bring it up to date. Default: none;"
              + " then the schema must be up to date.")
  private String databaseOwnerUser;

  @Option(
      names = "--database-owner-password",
      paramLabel = "WORD",
      defaultValue = "",
      description = "Its password. Better set as VIGIE_DATABASE_OWNER_PASSWORD.")
  private String databaseOwnerPassword;

  @Option(
      names = "--basemap-limit",
      paramLabel = "GB",
      defaultValue = "4",
      description =
          "Largest file that is taken as a basemap, in gigabytes (2^30 bytes). Default: 4.")
  private double basemapLimit;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration file. Default: vigie.properties in the data directory.")
  @SuppressWarnings("UnusedVariable") // ConfigurationSources reads it before the others are parsed.
  private @Nullable Path config;

  /** The settings as the command line, the environment and the file give them. */
  public DataSettings settings() {
    return settings(demo ? DataDirectory.DEMO : DataDirectory.MISSION);
  }

  /**
   * @param name last part of the directory when none was given
   */
  DataSettings settings(String name) {
    Path directory =
        dataDirectory == null ? DataDirectory.standard(name, System.getenv()) : dataDirectory;
    return new DataSettings(directory.toAbsolutePath().normalize(), database(), basemapBytes());
  }

  private long basemapBytes() {
    if (!(basemapLimit > 0 && basemapLimit <= MOST_BASEMAP_GB)) {
      throw new ParameterException(
          command.commandLine(),
          "--basemap-limit must lie between 0 and " + MOST_BASEMAP_GB + ", not " + basemapLimit);
    }
    return (long) (basemapLimit * (1L << 30));
  }

  /** The options that lead another command to the same data, with a space before each; or "". */
  String whereabouts() {
    if (databaseUrl != null && !databaseUrl.isBlank()) {
      return " --database-url …"; // may hold a password
    }
    if (dataDirectory != null) {
      return " --data-dir \"" + dataDirectory + "\"";
    }
    return demo ? " --demo" : "";
  }

  private Optional<DatabaseAddress> database() {
    if (databaseUrl == null || databaseUrl.isBlank()) {
      return Optional.empty();
    }
    if (!databaseUrl.startsWith("jdbc:postgresql:")) {
      throw new ParameterException(
          command.commandLine(),
          "--database-url must look like jdbc:postgresql://host:5432/vigie, not "
              + databaseUrl
              + ".");
    }
    refuse(
        DatabasePassword.fault(
            databaseUrl, databaseUser, databasePassword, "VIGIE_DATABASE_PASSWORD"));
    if (!databaseOwnerUser.isEmpty()) {
      refuse(
          DatabasePassword.fault(
              databaseUrl,
              databaseOwnerUser,
              databaseOwnerPassword,
              "VIGIE_DATABASE_OWNER_PASSWORD"));
    }
    Optional<DatabaseLogin> owner =
        databaseOwnerUser.isEmpty()
            ? Optional.empty()
            : Optional.of(new DatabaseLogin(databaseOwnerUser, databaseOwnerPassword));
    return Optional.of(new DatabaseAddress(databaseUrl, databaseUser, databasePassword, owner));
  }

  private static void refuse(Optional<String> fault) {
    fault.ifPresent(
        what -> {
          throw new CannotRunException(what);
        });
  }
}
