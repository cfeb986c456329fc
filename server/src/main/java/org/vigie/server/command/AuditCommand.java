package org.vigie.server.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What was done, and whether it still says so. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Verify that nothing of the past was rewritten, or print the digest to be noted.",
    subcommands = {AuditVerifyCommand.class, AuditHeadCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say verify or head.");
  }
}
