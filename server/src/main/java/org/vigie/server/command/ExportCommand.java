package org.vigie.server.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.format.FeatureFormat;
import org.vigie.geodata.format.FeatureFormats;
import org.vigie.geodata.format.WritableFormat;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.transfer.Exporter;
import org.vigie.server.Mission;
import org.vigie.server.StartedParts;
import org.vigie.server.Wiring;
import org.vigie.server.http.Boxes;
import org.vigie.server.http.Datetimes;
import org.vigie.server.http.Filters;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Selections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Exports a selection of one layer. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Export features of a layer to a file or to standard output, also while a server runs on"
            + " the same data.")
final class ExportCommand implements Callable<Integer> {

  private static final int BUFFER = 65_536;

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;

  @Option(names = "--layer", required = true, paramLabel = "NAME", description = "Which layer.")
  private String layer;

  @Option(
      names = "--filter",
      paramLabel = "CQL2",
      description = "Only features that pass, for example \"killed_best > 5\" (CQL2 text).")
  private @Nullable String filter;

  @Option(
      names = "--bbox",
      paramLabel = "W,S,E,N",
      description = "Only features in the box, in degrees; west may lie east of east.")
  private @Nullable String bbox;

  @Option(
      names = "--datetime",
      paramLabel = "TIME",
      description =
          "Only features in this time, for example 2026-01-01/2026-03-31 or ../2025-12-31.")
  private @Nullable String datetime;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "csv or geojson. Default: by the ending of FILE, else geojson.")
  private @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write. Default: standard output.")
  private @Nullable Path output;

  @Override
  public Integer call() throws BadInputException {
    WritableFormat writing = format();
    try (StartedParts parts = StartedParts.untilExit()) {
      Mission mission = Wiring.open(parts, data.settings());
      FeatureQuery query = query(mission);
      mission
          .store()
          .auditTrail()
          .record("export", Operator.access().author(), layer + " as " + writing.name());
      Exporter exporter = new Exporter(mission.store().as(Operator.access()));
      long written =
          output == null
              ? toStandardOutput(exporter, query, writing)
              : toFile(exporter, query, writing, output);
      spec.commandLine().getErr().printf("%,d features written%n", written);
      spec.commandLine().getErr().flush();
    } catch (IOException failure) {
      return brokenOff(failure);
    }
    return ExitCode.OK;
  }

  /** A reader that has seen enough, as head does, and a full disk are no faults of ours. */
  private int brokenOff(IOException failure) {
    spec.commandLine().getErr().println("The export broke off: " + failure.getMessage());
    return ExitCode.FAILED;
  }

  private WritableFormat format() {
    String name = format == null ? byEnding() : format;
    return FeatureFormats.findWritable(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--format must be one of "
                        + FeatureFormats.listWritable().stream()
                            .map(FeatureFormat::name)
                            .collect(Collectors.joining(", "))
                        + ", not "
                        + name
                        + "."));
  }

  private String byEnding() {
    String file = output == null ? "" : output.toString();
    return FeatureFormats.listWritable().stream()
        .filter(f -> f.extensions().stream().anyMatch(e -> file.endsWith("." + e)))
        .map(FeatureFormat::name)
        .findFirst()
        .orElse("geojson");
  }

  private FeatureQuery query(Mission mission) throws BadInputException {
    Layer selected =
        mission
            .layers()
            .find(layer)
            .orElseThrow(
                () ->
                    new ParameterException(spec.commandLine(), "There is no layer " + layer + "."));
    FeatureQuery query = FeatureQuery.of(selected);
    if (filter != null) {
      query =
          query.withFilter(
              Filters.parse(filter, selected, areas(mission).inFilter(Optional.empty())));
    }
    if (bbox != null) {
      query = query.withBbox(Boxes.longitudeLatitude(Boxes.numbers(bbox)));
    }
    return datetime == null ? query : query.withDatetime(Datetimes.read(datetime));
  }

  private static Areas areas(Mission mission) {
    return new Areas(new Selections(mission.layers()), mission.store().as(Operator.access()));
  }

  private static long toStandardOutput(
      Exporter exporter, FeatureQuery query, WritableFormat writing) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER)) {
      return exporter.write(query, writing, out);
    }
  }

  /** Written beside the target first, so that a failure leaves no half file under its name. */
  private static long toFile(
      Exporter exporter, FeatureQuery query, WritableFormat writing, Path target)
      throws IOException {
    Path whole = target.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      long written;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
        written = exporter.write(query, writing, out);
      }
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
