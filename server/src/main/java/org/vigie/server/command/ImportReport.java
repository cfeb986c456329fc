package org.vigie.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.geodata.format.Column;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.ReadRow;
import org.vigie.geodata.format.Recognition;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.transfer.ImportMode;
import org.vigie.geodata.transfer.ImportOutcome;
import org.vigie.geodata.transfer.RefusedFile;
import org.vigie.geodata.transfer.RowListener;

/** What an import says on the terminal, and the file of refused rows. */
final class ImportReport implements RowListener, AutoCloseable {

  private static final int FAULTS_SHOWN = 20;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Path refusedPath;
  private final String whereabouts;
  private final RefusedFile refusedFile;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param whereabouts the options that lead another command to the same data
   */
  ImportReport(PrintWriter out, PrintWriter err, Path refusedPath, String whereabouts) {
    this.out = out;
    this.err = err;
    this.refusedPath = refusedPath;
    this.whereabouts = whereabouts;
    this.refusedFile = new RefusedFile(() -> Files.newOutputStream(refusedPath));
  }

  @Override
  public void opened(FeatureReader reader) throws IOException {
    refusedFile.opened(reader);
    Recognition recognition = reader.recognition();
    String details =
        recognition.details().entrySet().stream()
            .map(ImportReport::words)
            .collect(Collectors.joining(", "));
    out.println(recognition.label() + (details.isEmpty() ? "" : " (" + details + ")"));
    List<Column> filling =
        reader.columns().stream().filter(column -> column.target().isPresent()).toList();
    if (!filling.isEmpty()) {
      out.println(
          "Columns: "
              + filling.stream().map(ImportReport::words).collect(Collectors.joining(", ")));
    }
    int kept = reader.columns().size() - filling.size();
    if (kept > 0) {
      out.println(kept + " other columns are kept as they are, with where the record came from");
    }
    out.flush();
  }

  private static String words(Map.Entry<String, String> detail) {
    return switch (detail.getKey()) {
      case "delimiter", "decimal" -> detail.getKey() + " \"" + detail.getValue() + "\"";
      case "dateOrder" -> "dates " + detail.getValue();
      case "timeZone" -> "times in " + detail.getValue();
      default -> detail.getKey() + " " + detail.getValue();
    };
  }

  private static String words(Column column) {
    String target = column.target().orElse("");
    return target.equals(column.name()) ? target : column.name() + " → " + target;
  }

  @Override
  public void accepted(Feature feature) {}

  @Override
  public void refused(ReadRow row, List<Fault> found) throws IOException {
    refusedFile.refused(row, found);
    if (faults.size() < FAULTS_SHOWN) {
      faults.add(found.get(0));
    }
  }

  /** Says the figures and chooses the exit code. */
  int conclude(ImportOutcome outcome, boolean dryRun, ImportMode mode) {
    faults.forEach(err::println);
    if (outcome.refused() > faults.size()) {
      err.printf("… and %,d more%n", outcome.refused() - faults.size());
    }
    boolean leftOut = mode == ImportMode.ALL_OR_NOTHING && outcome.refused() > 0;
    out.printf(
        "%,d rows, %,d refused; %s%,d new, %,d changed, %,d unchanged%s%n",
        outcome.rows(),
        outcome.refused(),
        dryRun || leftOut ? "would be " : "",
        outcome.counts().inserted(),
        outcome.counts().updated(),
        outcome.counts().unchanged(),
        outcome.counts().repeated() > 0
            ? String.format(", %,d repeated in the file", outcome.counts().repeated())
            : "");
    if (outcome.statesLeft() > 0) {
      out.printf(
          "%,d name a state, which is left to the workflow: new ones begin at its start, known ones"
              + " stay where they stand%n",
          outcome.statesLeft());
    }
    outcome
        .batch()
        .ifPresent(
            b -> out.println("To take it back: vigie import --undo " + b.id() + whereabouts));
    if (refusedFile.exists()) {
      err.println("Refused rows with their reasons: " + refusedPath);
    }
    if (leftOut && !dryRun) {
      err.println("Nothing went in, because all or nothing was asked for.");
    }
    out.flush();
    err.flush();
    if (outcome.refused() == 0) {
      return ExitCode.OK;
    }
    return leftOut ? ExitCode.FAILED : ExitCode.SOME_REFUSED;
  }

  @Override
  public void close() throws IOException {
    refusedFile.close();
  }
}
