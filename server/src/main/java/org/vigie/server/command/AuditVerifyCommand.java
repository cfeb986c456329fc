package org.vigie.server.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.AuditReport;
import org.vigie.geodata.store.AuditTrail;
import org.vigie.server.StartedParts;
import org.vigie.server.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Recomputes the audit and names what does not fit. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Recompute the digest of every row, write and entry, also while a server runs on the same"
            + " data. Prints how many were verified and the head; names each row that is not as it"
            + " was written, and then ends with 1.")
final class AuditVerifyCommand implements Callable<Integer> {

  private static final long LAST = Long.MAX_VALUE;

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;

  @Option(
      names = "--from",
      paramLabel = "N",
      defaultValue = "0",
      description = "Number of the first entry. Default: everything, with the features.")
  private long from;

  @Option(
      names = "--to",
      paramLabel = "N",
      defaultValue = "0",
      description = "Number of the last entry. Default: the last there is.")
  private long to;

  @Option(
      names = "--expect",
      paramLabel = "DIGEST",
      defaultValue = "",
      description = "A head noted earlier. It must occur, or the end of the chain was cut off.")
  private String expected;

  @Override
  public Integer call() throws BadInputException {
    String noted = expected.strip().toLowerCase(Locale.ROOT);
    if (!noted.matches("([0-9a-f]{64})?")) {
      throw new ParameterException(
          spec.commandLine(), "--expect takes the 64 characters that audit head prints.");
    }
    if (from < 0 || to < 0 || (to > 0 && to < from)) {
      throw new ParameterException(spec.commandLine(), "--from and --to count entries from 1 on.");
    }
    try (StartedParts parts = StartedParts.untilExit()) {
      AuditTrail audit = Wiring.open(parts, data.settings()).store().auditTrail();
      AuditReport report =
          from == 0 && to == 0
              ? audit.verify(noted)
              : audit.verify(Math.max(from, 1), to == 0 ? LAST : to, noted);
      return print(report);
    }
  }

  private int print(AuditReport report) {
    PrintWriter err = spec.commandLine().getErr();
    report.damages().forEach(err::println);
    if (report.damages().size() == AuditReport.MOST) {
      err.println("… and maybe more.");
    }
    err.flush();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%,d entries and %,d rows recomputed: %s%nhead %s%n",
        report.entries(),
        report.rows(),
        report.isSound() ? "all as written" : "not as written",
        report.head().isEmpty() ? "none yet" : report.head());
    out.flush();
    return report.isSound() ? ExitCode.OK : ExitCode.FAILED;
  }
}
