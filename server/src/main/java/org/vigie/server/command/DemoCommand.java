package org.vigie.server.command;

import java.util.concurrent.Callable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.Wiring;
import org.vigie.server.config.DataDirectory;
import org.vigie.server.config.DataSettings;
import org.vigie.server.http.HttpOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves the exercise, which is loaded at the first start. */
@Command(
    name = DataDirectory.DEMO,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Serve the exercise mission, a fictional country at sea, until it is interrupted. Its data"
            + " is loaded at the first start and kept.")
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;
  @Mixin private HttpServerOptions http;

  @Override
  public Integer call() throws BadInputException, InterruptedException {
    DataSettings settings = data.settings(DataDirectory.DEMO);
    HttpOptions listening = http.options();
    return Serving.run(spec, settings, parts -> Wiring.demo(parts, settings, listening));
  }
}
