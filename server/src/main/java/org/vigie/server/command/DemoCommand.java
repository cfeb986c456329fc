package org.vigie.server.command;

import java.io.PrintWriter;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.Wiring;
import org.vigie.server.config.DataDirectory;
import org.vigie.server.config.DataSettings;
import org.vigie.server.exercise.ManyIncidents;
import org.vigie.server.http.HttpOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  @Option(
      names = "--events",
      paramLabel = "N",
      description =
          "Load N further incidents of ten years, to see how it is with very many: 1 to 10000000;"
              + " a million take a minute or two. They are kept.")
  private @Nullable Integer events;

  @Override
  public Integer call() throws BadInputException, InterruptedException {
    OptionalInt further = further();
    DataSettings settings = data.settings(DataDirectory.DEMO);
    HttpOptions listening = http.options();
    PrintWriter err = spec.commandLine().getErr();
    return Serving.run(
        spec,
        settings,
        parts -> Wiring.demo(parts, settings, listening, further, sentence -> tell(err, sentence)));
  }

  private OptionalInt further() {
    if (events == null) {
      return OptionalInt.empty();
    }
    if (events < 1 || events > ManyIncidents.MOST) {
      throw new ParameterException(
          spec.commandLine(),
          "--events must be from 1 to " + ManyIncidents.MOST + ", not " + events + ".");
    }
    return OptionalInt.of(events);
  }

  private static void tell(PrintWriter err, String sentence) {
    err.println(sentence);
    err.flush();
  }
}
