package org.vigie.server.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The events in memory. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Verify that what is answered from memory is what the database holds.",
    subcommands = IndexVerifyCommand.class,
    synopsisSubcommandLabel = "COMMAND")
final class IndexCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say verify.");
  }
}
