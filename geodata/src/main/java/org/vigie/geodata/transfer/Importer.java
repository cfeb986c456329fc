package org.vigie.geodata.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.format.FeatureFormat;
import org.vigie.geodata.format.FeatureFormats;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.ReadRow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.FeatureStore;

/**
 * Takes a file into the store: recognise, read, load by identity, commit or not. Nothing is visible
 * before the commit and nothing stays without it; memory does not grow with the file.
 */
public final class Importer {

  private final FeatureStore store;

  public Importer(FeatureStore store) {
    this.store = store;
  }

  /**
   * What a commit would do, without doing it.
   *
   * @throws BadInputException when the file cannot be read, or not to its end
   */
  public ImportOutcome preview(ImportPlan plan, ImportProgress progress, RowListener listener)
      throws IOException, BadInputException {
    return run(plan, progress, listener, refused -> false);
  }

  /**
   * Imports the file as one batch. Its outcome has no batch when the mode left everything out.
   *
   * @throws BadInputException when the file cannot be read, or not to its end; nothing is kept then
   */
  public ImportOutcome commit(
      ImportPlan plan, ImportMode mode, ImportProgress progress, RowListener listener)
      throws IOException, BadInputException {
    return run(plan, progress, listener, refused -> mode == ImportMode.GOOD_ROWS || refused == 0);
  }

  /** Decides at the end of the file whether what was loaded stays. */
  @FunctionalInterface
  private interface Verdict {
    boolean keep(long refused);
  }

  private ImportOutcome run(
      ImportPlan plan, ImportProgress progress, RowListener listener, Verdict verdict)
      throws IOException, BadInputException {
    progress.total(plan.source().size());
    progress.begin(ImportProgress.Phase.EXAMINING);
    MeasuredSource source = new MeasuredSource(plan.source(), progress);
    FeatureFormat format = FeatureFormats.recognise(source, plan.mapping());
    try (FeatureReader reader = format.read(source, plan.layer(), plan.mapping());
        BulkLoad load = store.open(plan.layer().name(), plan.source().name(), plan.states())) {
      listener.opened(reader);
      progress.begin(ImportProgress.Phase.READING);
      long rows = 0;
      long accepted = 0;
      long statesLeft = 0;
      for (Optional<ReadRow> row = reader.next(); row.isPresent(); row = reader.next()) {
        requireNotStopped(progress);
        rows++;
        if (take(row.get(), plan, load, listener)) {
          accepted++;
          statesLeft += row.get().feature().filter(plan::leavesState).isPresent() ? 1 : 0;
        }
        progress.row();
      }
      ImportOutcome outcome =
          conclude(reader, load, new Read(rows, accepted, statesLeft), verdict, progress);
      progress.begin(ImportProgress.Phase.DONE);
      return outcome;
    }
  }

  private boolean take(ReadRow row, ImportPlan plan, BulkLoad load, RowListener listener)
      throws IOException {
    if (row.feature().isEmpty()) {
      listener.refused(row, row.faults());
      return false;
    }
    Feature feature = row.feature().get();
    try {
      requireFromElsewhere(feature);
      load.add(feature);
    } catch (BadInputException bad) {
      List<Fault> faults = new ArrayList<>();
      bad.faults().forEach(f -> faults.add(f.at(plan.source().name(), row.line())));
      listener.refused(row, faults);
      return false;
    }
    listener.accepted(feature);
    return true;
  }

  /**
   * A feature that was entered here has no identity by which a load could find it again; from an
   * extract it would come in a second time.
   */
  private void requireFromElsewhere(Feature feature) throws BadInputException {
    Provenance provenance = feature.provenance();
    String sourceId = provenance.sourceId();
    if (!provenance.sourceSystem().equals(Provenance.OWN) || sourceId == null) {
      return;
    }
    Optional<FeatureId> id = FeatureId.find(sourceId);
    if (id.isPresent() && store.find(feature.layer(), id.get()).isPresent()) {
      throw new BadInputException(
          Fault.of(
              "id",
              Message.of("feature {sourceId} was entered here and is here still", sourceId),
              "Edit it in place; only records that came from a file are updated by one"));
    }
  }

  /** How many rows there were, how many may be stored, and of these how many lose their state. */
  private record Read(long rows, long accepted, long statesLeft) {}

  private static ImportOutcome conclude(
      FeatureReader reader, BulkLoad load, Read read, Verdict verdict, ImportProgress progress)
      throws BadInputException {
    progress.begin(ImportProgress.Phase.COMPARING);
    Batch.Counts counts = load.preview();
    Optional<Batch> batch = Optional.empty();
    // A load that changes nothing leaves no entry among the batches either.
    if (verdict.keep(read.rows() - read.accepted()) && counts.inserted() + counts.updated() > 0) {
      progress.begin(ImportProgress.Phase.COMMITTING);
      Batch committed = load.commit();
      counts = committed.counts();
      batch = Optional.of(committed);
    }
    return new ImportOutcome(
        reader.recognition(),
        reader.columns(),
        read.rows(),
        read.accepted(),
        read.statesLeft(),
        counts,
        batch);
  }

  private static void requireNotStopped(ImportProgress progress) {
    if (progress.isStopped()) {
      throw new ImportStoppedException();
    }
  }
}
