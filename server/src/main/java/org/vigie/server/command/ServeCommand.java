package org.vigie.server.command;

import java.util.concurrent.Callable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves a mission. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Serve the mission in the data directory, on a private PostGIS there or on one of the"
            + " mission's, until it is interrupted.")
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;
  @Mixin private HttpServerOptions http;

  @Override
  public Integer call() throws BadInputException, InterruptedException {
    return Serving.run(
        spec, data.settings(), parts -> Wiring.serve(parts, data.settings(), http.options()));
  }
}
