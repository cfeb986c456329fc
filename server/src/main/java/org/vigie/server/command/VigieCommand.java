package org.vigie.server.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
    name = "vigie",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Geospatial situational awareness for peacekeeping missions.",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      AnalyseCommand.class,
      LayersCommand.class,
      UserCommand.class,
      BasemapCommand.class,
      AuditCommand.class,
      IndexCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      DatabaseSetupCommand.class,
      DoctorCommand.class,
      SbomCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "vigie test runs every check and test of the source tree.",
      "",
      "An option may also be set as an environment variable (--data-dir: VIGIE_DATA_DIR) or in the"
          + " file vigie.properties of the data directory (port = 8081). The command line goes"
          + " before the environment, the environment before the file.",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong command line or configuration, 3 this machine cannot"
          + " run it now, 4 done except for refused input, 128 + n stopped by signal n."
    })
public final class VigieCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }
}
