package org.vigie.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.Wiring;
import org.vigie.server.http.Json;
import org.vigie.server.picture.LayerDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the declared layers; a wrong layer file is told with file, line and the allowed words. */
@Command(
    name = "layers",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Print the layers of the mission: those of this distribution, and those in the folder"
            + " layers of the data directory, which replace them by name or add to them. No"
            + " database is needed.")
final class LayersCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;

  @Option(names = "--json", description = "Print the declarations as JSON.")
  private boolean json;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "One layer, with its properties and code lists. Default: all, one line each.")
  private @Nullable String name;

  @Override
  public Integer call() throws BadInputException, JsonProcessingException {
    LayerCatalog catalog = Wiring.layers(data.settings());
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      if (json) {
        print(out, Map.of("layers", catalog.list().stream().map(LayerDocument::of).toList()));
      } else {
        new LayerListing(out).overview(catalog.list());
      }
    } else {
      Layer layer = find(catalog, name);
      if (json) {
        print(out, LayerDocument.of(layer));
      } else {
        new LayerListing(out).detail(layer);
      }
    }
    out.flush();
    return ExitCode.OK;
  }

  private Layer find(LayerCatalog catalog, String wanted) {
    List<String> names = catalog.list().stream().map(Layer::name).toList();
    return catalog
        .find(wanted)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no layer " + wanted + ". Use one of: " + String.join(", ", names)));
  }

  private static void print(PrintWriter out, Object document) throws JsonProcessingException {
    out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document));
  }
}
