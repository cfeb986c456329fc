package org.vigie.server.command;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.vigie.server.StartedParts;
import org.vigie.server.config.DataSettings;
import org.vigie.server.config.Logging;
import org.vigie.server.http.HttpServer;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a server until the process is told to stop. */
final class Serving {

  private Serving() {}

  /** Returns only when the start fails; a running server ends with its process. */
  static int run(
      CommandSpec command, DataSettings data, Function<StartedParts, HttpServer> starting)
      throws InterruptedException {
    Logging.toFile(data.log());
    StartedParts parts = new StartedParts();
    Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "shutdown"));
    try {
      HttpServer server = starting.apply(parts);
      var out = command.commandLine().getOut();
      out.println("Vigie is ready at " + server.url());
      out.flush();
    } catch (StartedParts.StoppedException stopped) {
      // The shutdown hook is at work and ends the process when it is through.
    }
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }
}
