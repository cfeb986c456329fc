package org.vigie.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.LoadedStates;
import org.vigie.geodata.transfer.ImportMode;
import org.vigie.geodata.transfer.ImportOutcome;
import org.vigie.geodata.transfer.ImportPlan;
import org.vigie.geodata.transfer.ImportProgress;
import org.vigie.geodata.transfer.Importer;
import org.vigie.server.Mission;
import org.vigie.server.StartedParts;
import org.vigie.server.Wiring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a file, or takes an import back. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Import a file into a layer, also while a server runs on the same data. Importing a file"
            + " again changes nothing; a corrected file updates.",
    footer = {
      "",
      "Exit codes: 0 every row went in (or was there already), 1 failed and nothing went in, 2"
          + " wrong command line, 3 this machine cannot run it now, 4 some rows were refused and"
          + " came back in a file."
    })
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;
  @Mixin private MappingOptions mapping;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "GeoJSON, CSV, UCDP GED or ACLED.")
  private @Nullable Path file;

  @Option(names = "--layer", paramLabel = "NAME", description = "Layer to import into.")
  private @Nullable String layer;

  @Option(names = "--dry-run", description = "Say what would happen; keep nothing.")
  private boolean dryRun;

  @Option(names = "--all-or-nothing", description = "Keep nothing when any row is refused.")
  private boolean allOrNothing;

  @Option(
      names = "--with-states",
      description =
          "Take over where the file says its records stand in the workflow, also that they were"
              + " verified. For moving in from another system whose decisions the mission trusts.")
  private boolean withStates;

  @Option(
      names = "--refused",
      paramLabel = "FILE",
      description =
          "Where refused rows go with their reasons. Default: beside you, as NAME.refused.csv.")
  private @Nullable Path refused;

  @Option(
      names = "--undo",
      paramLabel = "BATCH",
      description = "Take back all that the import with this id did.")
  private @Nullable UUID undo;

  @Option(names = "--batches", description = "List the imports that were committed.")
  private boolean batches;

  @Override
  public Integer call() throws BadInputException, IOException {
    if (undo == null && !batches && (file == null || layer == null)) {
      throw new ParameterException(
          spec.commandLine(), "Give a FILE and --layer NAME, or --undo BATCH, or --batches.");
    }
    Mapping declared = mapping.mapping();
    try (StartedParts parts = StartedParts.untilExit()) {
      if (file != null && !Files.isReadable(file)) {
        throw new CannotRunException("The file " + file + " cannot be read.");
      }
      Mission mission = Wiring.open(parts, data.settings());
      if (undo != null) {
        return takeBack(mission, undo);
      }
      if (batches || file == null || layer == null) {
        return list(mission);
      }
      return importFile(mission, file, layer(mission, layer), declared);
    }
  }

  private Layer layer(Mission mission, String name) {
    return mission
        .layers()
        .find(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "There is no layer "
                        + name
                        + ". Use one of "
                        + String.join(
                            ", ", mission.layers().list().stream().map(Layer::name).toList())
                        + "."));
  }

  private int importFile(Mission mission, Path from, Layer into, Mapping declared)
      throws BadInputException, IOException {
    ImportPlan plan =
        new ImportPlan(
            ByteSource.of(from),
            into,
            declared,
            withStates ? LoadedStates.OF_SOURCE : LoadedStates.OF_WORKFLOW);
    ImportMode mode = allOrNothing ? ImportMode.ALL_OR_NOTHING : ImportMode.GOOD_ROWS;
    ImportProgress progress = new ImportProgress(Clock.systemUTC());
    Importer importer = new Importer(mission.store().as(Operator.access()));
    PrintWriter err = spec.commandLine().getErr();
    ImportReport report =
        new ImportReport(
            spec.commandLine().getOut(),
            err,
            refusedFile(plan.source().name()),
            data.whereabouts());
    ProgressLine line =
        new ProgressLine(
            bar -> ProgressLine.line(progress.snapshot(), bar), err, Ansi.AUTO.enabled());
    ImportOutcome outcome;
    try (report) {
      outcome =
          dryRun
              ? importer.preview(plan, progress, report)
              : importer.commit(plan, mode, progress, report);
    } finally {
      line.close();
    }
    return report.conclude(outcome, dryRun, mode);
  }

  private Path refusedFile(String name) {
    return Optional.ofNullable(refused)
        .orElseGet(() -> Path.of(name.replaceFirst("\\.[^.]*$", "") + ".refused.csv"));
  }

  private int takeBack(Mission mission, UUID batch) throws BadInputException {
    Batch.Undo done = mission.store().as(Operator.access()).undo(batch);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%,d removed, %,d restored%n", done.removed(), done.restored());
    if (done.kept() > 0) {
      out.printf("%,d were edited since and stay%n", done.kept());
    }
    out.flush();
    return ExitCode.OK;
  }

  private int list(Mission mission) {
    PrintWriter out = spec.commandLine().getOut();
    for (Batch batch : mission.store().as(Operator.access()).batches()) {
      out.printf(
          "%s  %s  %-16s  %,9d new  %,9d changed  %s%s%n",
          batch.id(),
          batch.committedAt(),
          batch.layer(),
          batch.counts().inserted(),
          batch.counts().updated(),
          batch.title(),
          batch.undone() ? "  (undone)" : "");
    }
    out.flush();
    return ExitCode.OK;
  }
}
