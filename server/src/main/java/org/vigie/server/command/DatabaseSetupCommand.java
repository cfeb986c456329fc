package org.vigie.server.command;

import java.util.concurrent.Callable;
import org.vigie.geodata.store.cluster.DatabaseSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a superuser runs once in a PostGIS of the mission's own. */
@Command(
    name = "database-setup",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Print the SQL that a superuser runs once in a PostGIS that the mission runs itself: roles,"
            + " rights, and what lets row-level security use indexes. The private database is set"
            + " up by itself.")
final class DatabaseSetupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(DatabaseSetup.script());
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
