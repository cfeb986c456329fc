package org.vigie.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.analysis.Analyses;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.Mission;
import org.vigie.server.StartedParts;
import org.vigie.server.Wiring;
import org.vigie.server.processes.LocalRun;
import org.vigie.server.processes.ResultDocument;
import org.vigie.server.processes.ResultFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an analysis, or lists what there is. */
@Command(
    name = "analyse",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Run an analysis and write its result, also while a server runs on the same data. Without"
            + " PROCESS: list the analyses with their parameters.")
final class AnalyseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;

  @Parameters(arity = "0..1", paramLabel = "PROCESS", description = "Which analysis.")
  private @Nullable String process;

  @Option(names = "--layer", paramLabel = "NAME", description = "Layer of the events.")
  private @Nullable String layer;

  @Option(
      names = "--datetime",
      paramLabel = "TIME",
      description = "Only events in this time, for example 2026-01-01/2026-03-31 or ../2025-12-31.")
  private @Nullable String datetime;

  @Option(
      names = "--filter",
      paramLabel = "CQL2",
      description = "Only events that pass, for example \"killed_best > 5\" (CQL2 text).")
  private @Nullable String filter;

  @Option(
      names = "--area",
      paramLabel = "AREA",
      description =
          "Only events in this area: circle:lon,lat,metres, polygon:lon,lat,…, feature:layer/id or"
              + " a GeoJSON Polygon.")
  private @Nullable String area;

  @Option(
      names = "--bbox",
      paramLabel = "W,S,E,N",
      description = "Only events in the box, in degrees.")
  private @Nullable String bbox;

  @Option(
      names = "--as-known-at",
      paramLabel = "TIME",
      description = "The state of knowledge at this moment (RFC 3339).")
  private @Nullable String asKnownAt;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "A parameter of the analysis; repeat it for others.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where to write; the ending says what: .geojson (all), .csv (findings or a table), .md"
              + " (method note), .png (a grid). Default: GeoJSON on standard output.")
  private @Nullable Path output;

  @Option(
      names = "--part",
      paramLabel = "NAME",
      description = "Only this table or grid of the result.")
  private @Nullable String part;

  @Option(
      names = "--as",
      paramLabel = "USER",
      description = "With the rights of this account. Default: everything is seen.")
  private @Nullable String user;

  @Override
  public Integer call() throws BadInputException {
    if (process == null) {
      return list();
    }
    Analysis analysis = analysis(process);
    AnalysisInputs inputs =
        new AnalysisInputs(analysis)
            .with("layer", layer)
            .with("datetime", datetime)
            .with("filter", filter)
            .with("area", area)
            .with("as-known-at", asKnownAt)
            .withBox(bbox)
            .withParameters(parameters);
    String format = format();
    try (StartedParts parts = StartedParts.untilExit()) {
      Mission mission = Wiring.open(parts, data.settings());
      LocalRun run =
          parts.start(
              () ->
                  new LocalRun(
                      mission.layers(),
                      mission.store(),
                      access(mission),
                      Wiring.isExercise(mission)));
      ResultDocument result = run(run, analysis, inputs);
      ResultFile file = result.file(format, Optional.ofNullable(part));
      mission
          .store()
          .auditTrail()
          .record("export", Operator.access().author(), "analysis " + file.name());
      write(file);
      return ExitCode.OK;
    } catch (CancellationException asked) {
      return failed("Stopped; nothing was written.");
    } catch (IOException failure) {
      return failed("The result could not be written: " + failure.getMessage());
    }
  }

  private int failed(String sentence) {
    spec.commandLine().getErr().println(sentence);
    return ExitCode.FAILED;
  }

  private ResultDocument run(LocalRun run, Analysis analysis, AnalysisInputs inputs)
      throws BadInputException {
    ProgressLine line =
        new ProgressLine(bar -> line(run, bar), spec.commandLine().getErr(), Ansi.AUTO.enabled());
    try {
      return run.run(analysis.id(), inputs.node());
    } finally {
      line.close();
    }
  }

  private static String line(LocalRun run, boolean bar) {
    String drawn = bar ? ProgressLine.bar(run.percent() / 100.0) : "";
    return String.format(Locale.ROOT, "%s%3d %%, %s", drawn, run.percent(), run.doing());
  }

  private Access access(Mission mission) {
    return user == null
        ? Operator.access()
        : Wiring.access(mission, user)
            .orElseThrow(() -> wrong("There is no account " + user + " that may sign in."));
  }

  private Analysis analysis(String id) {
    return Analyses.find(id)
        .orElseThrow(
            () ->
                wrong(
                    "There is no analysis "
                        + id
                        + ". Use one of "
                        + String.join(", ", Analyses.list().stream().map(Analysis::id).toList())
                        + "."));
  }

  private String format() {
    String name = output == null ? ".json" : output.toString();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String format = ending.equals("geojson") ? ResultDocument.JSON : ending;
    if (!ResultDocument.FORMATS.contains(format)) {
      throw wrong("--output must end in .geojson, .json, .csv, .md or .png, not " + name + ".");
    }
    return format;
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  /** Written beside the target first, so that a failure leaves no half file under its name. */
  private void write(ResultFile file) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (output == null) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(new String(file.content(), StandardCharsets.UTF_8));
      out.flush();
      return;
    }
    Path whole = output.toAbsolutePath();
    Path half = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      Files.write(half, file.content());
      Files.move(half, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
    err.printf("%s, %,d bytes written%n", file.name(), file.content().length);
    err.flush();
  }

  private int list() {
    PrintWriter out = spec.commandLine().getOut();
    for (Analysis analysis : Analyses.list()) {
      out.printf("%s: %s%n", analysis.id(), analysis.title());
      out.printf("    %s%n", analysis.description());
      analysis
          .companions()
          .forEach(c -> out.printf("  %s=LAYER (%s)%n    %s%n", c.name(), c.title(), c.help()));
      analysis.parameters().list().forEach(p -> out.print(AnalysisInputs.help(p)));
      out.println();
    }
    out.flush();
    return ExitCode.OK;
  }
}
