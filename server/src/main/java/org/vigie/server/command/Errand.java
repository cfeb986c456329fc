package org.vigie.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.StartedParts;
import org.vigie.server.http.ProblemException;
import picocli.CommandLine.Model.CommandSpec;

/** Short work on a mission, also while a server runs on the same data. */
final class Errand {

  private Errand() {}

  /** Opens what it needs and returns what to print. */
  @FunctionalInterface
  interface Work {
    String run(StartedParts parts) throws BadInputException, IOException;
  }

  /** Prints what came of it; what the server would refuse over HTTP is refused in its words. */
  static int run(CommandSpec spec, Work work) throws BadInputException, IOException {
    try (StartedParts parts = StartedParts.untilExit()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(work.run(parts));
      out.flush();
      return ExitCode.OK;
    } catch (ProblemException refused) {
      spec.commandLine().getErr().println(refused.getMessage());
      return ExitCode.FAILED;
    }
  }
}
