package org.vigie.server.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.index.IndexVerification;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.Mission;
import org.vigie.server.StartedParts;
import org.vigie.server.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Builds the index and compares it with the database. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Build the index from the database and compare the two by layer and marks: counts, sums,"
            + " years and a sample of features, also while a server runs on the same data. Prints"
            + " what was compared; names what differs, and then ends with 1.")
final class IndexVerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;

  private boolean sound = true;

  @Override
  public Integer call() throws BadInputException {
    try (StartedParts parts = StartedParts.untilExit()) {
      Mission mission = Wiring.open(parts, data.settings());
      IndexVerification verification =
          new IndexVerification(
              mission.store(), mission.layers(), Access.everything(new Author("vigie")));
      IndexVerification.Size size = verification.verify(this::print);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          Locale.ROOT,
          "%,d features in %,d bytes, %.1f each: %s%n",
          size.features(),
          size.bytes(),
          size.features() == 0 ? 0 : (double) size.bytes() / size.features(),
          sound ? "all as in the database" : "not as in the database");
      out.flush();
      return sound ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private void print(IndexVerification.Finding finding) {
    sound &= finding.differences().isEmpty();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%-20s %-40s %,12d %s%n",
        finding.layer(),
        finding.marks(),
        finding.count(),
        finding.differences().isEmpty() ? "same" : "different");
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    finding.differences().forEach(err::println);
    err.flush();
  }
}
