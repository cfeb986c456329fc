package org.vigie.server.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.server.Wiring;
import org.vigie.server.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is installed and what is wrong. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Say what is installed, which database is used, and what is wrong. Exit code 1 when"
            + " something is.")
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;
  @Mixin private HttpServerOptions http;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Version.title());
    List<Finding> findings =
        Wiring.doctor().examine(data.settings(), http.asGiven(), http.isInsecureWanted());
    for (Finding finding : findings) {
      out.printf("%-5s  %-14s  %s%n", finding.level(), finding.subject(), finding.text());
      if (!finding.fix().isEmpty()) {
        out.printf("%-5s  %-14s  To mend it: %s.%n", "", "", finding.fix());
      }
    }
    out.flush();
    boolean wrong = findings.stream().anyMatch(each -> each.level() == Finding.Level.WRONG);
    return wrong ? ExitCode.FAILED : ExitCode.OK;
  }
}
