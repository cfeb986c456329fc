package org.vigie.server.command;

import java.util.concurrent.CountDownLatch;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.Service;
import org.vigie.server.StartedParts;
import org.vigie.server.config.DataSettings;
import org.vigie.server.config.Logging;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a server until the process is told to stop. */
final class Serving {

  /** What is served. */
  @FunctionalInterface
  interface Start {
    Service start(StartedParts parts) throws BadInputException;
  }

  private Serving() {}

  /** Returns only when the start fails; a running server ends with its process. */
  static int run(CommandSpec command, DataSettings data, Start starting)
      throws BadInputException, InterruptedException {
    Logging.toFile(data.log());
    StartedParts parts = StartedParts.untilExit();
    try {
      Service service = starting.start(parts);
      var out = command.commandLine().getOut();
      out.println("Vigie is ready at " + service.url());
      service.notices().forEach(out::println);
      out.flush();
    } catch (RuntimeException failure) {
      // What fails after the stop fails because of it; the process ends when the stop is through.
      if (!parts.isClosed()) {
        throw failure;
      }
    }
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }
}
