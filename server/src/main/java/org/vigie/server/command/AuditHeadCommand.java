package org.vigie.server.command;

import java.util.concurrent.Callable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.StartedParts;
import org.vigie.server.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the digest of the last entry. */
@Command(
    name = "head",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Print the digest of the last entry, to be noted where who could rewrite this database"
            + " cannot: audit verify --expect DIGEST later shows that nothing up to it was cut"
            + " off.")
final class AuditHeadCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;

  @Override
  public Integer call() throws BadInputException {
    try (StartedParts parts = StartedParts.untilExit()) {
      spec.commandLine()
          .getOut()
          .println(Wiring.open(parts, data.settings()).store().auditTrail().head());
      spec.commandLine().getOut().flush();
    }
    return ExitCode.OK;
  }
}
