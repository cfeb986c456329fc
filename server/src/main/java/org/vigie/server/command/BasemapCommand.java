package org.vigie.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Basemap;
import org.vigie.server.Wiring;
import org.vigie.server.basemap.BasemapDesk;
import org.vigie.server.basemap.BasemapWish;
import org.vigie.server.http.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the mission's basemaps from the server's own machine. */
@Command(
    name = "basemap",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Keep the basemaps of the mission's own, also while a server runs on the same data.")
final class BasemapCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: add, list or remove.");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description =
          "Add a file: PMTiles (version 3) or MBTiles as they are; GeoJSON, a GeoPackage or a"
              + " zipped Shapefile are cut into tiles first.")
  int add(
      @Mixin DataOptions data,
      @Parameters(paramLabel = "FILE", description = "The file; a copy of it is kept.") Path file,
      @Option(
              names = "--title",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "What it is called. Default: what the file says, or its name.")
          String title,
      @Option(
              names = "--attribution",
              paramLabel = "TEXT",
              required = true,
              description =
                  "Whose data it is, as their licence asks; it stands on the map and on prints.")
          String attribution,
      @Option(
              names = "--classification",
              paramLabel = "MARK",
              defaultValue = "UNCLASSIFIED",
              description = "${COMPLETION-CANDIDATES}. Default: UNCLASSIFIED.")
          Classification classification)
      throws BadInputException, IOException {
    BasemapWish wish =
        BasemapWish.of(title, attribution, classification, String.valueOf(file.getFileName()));
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), "There is no file " + file + ".");
    }
    PrintWriter err = spec.commandLine().getErr();
    return with(
        data,
        desk -> {
          Basemap added =
              desk.add(
                  wish,
                  Operator.access(),
                  file,
                  done -> {
                    err.printf(Locale.ROOT, "%3.0f %% cut%n", done * 100);
                    err.flush();
                  });
          return "Added " + line(added);
        });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Print the basemaps, the lowest first.")
  int list(@Mixin DataOptions data) throws BadInputException, IOException {
    return with(
        data,
        desk ->
            String.join(
                System.lineSeparator(),
                desk.list(Operator.access()).stream().map(BasemapCommand::line).toList()));
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Remove a basemap with its file.")
  int remove(
      @Mixin DataOptions data,
      @Parameters(paramLabel = "ID", description = "As list prints it.") UUID id)
      throws BadInputException, IOException {
    return with(
        data,
        desk -> {
          Basemap basemap =
              desk.find(id, Operator.access())
                  .orElseThrow(
                      () -> ProblemException.notFound(Message.of("There is no basemap {id}.", id)));
          desk.remove(basemap, Operator.access());
          return "Removed " + line(basemap);
        });
  }

  private static String line(Basemap basemap) {
    String zooms =
        basemap
            .ground()
            .map(
                ground ->
                    ground.kind().name().toLowerCase(Locale.ROOT)
                        + " "
                        + ground.minZoom()
                        + "-"
                        + ground.maxZoom())
            .orElse(basemap.state().name().toLowerCase(Locale.ROOT));
    return String.format(
        Locale.ROOT,
        "%s  %s  %s  %,d bytes  %s  (%s)",
        basemap.id(),
        basemap.classification(),
        zooms,
        basemap.bytes(),
        basemap.title(),
        basemap.attribution());
  }

  /** What is done with the mission's basemaps; returns what to print. */
  @FunctionalInterface
  private interface Work {
    String run(BasemapDesk desk) throws BadInputException, IOException;
  }

  private int with(DataOptions data, Work work) throws BadInputException, IOException {
    return Errand.run(
        spec,
        parts -> {
          try (BasemapDesk desk = Wiring.basemaps(parts, data.settings())) {
            return work.run(desk);
          }
        });
  }
}
