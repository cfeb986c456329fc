package org.vigie.server.exercise;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LoadedStates;
import org.vigie.geodata.store.StaleVersionException;

/**
 * Puts the exercise into a store, one bulk load a layer. What is there already is left alone, so
 * that a second start costs one read; a start that was interrupted goes on at the layer it had
 * reached.
 */
public final class ExerciseLoad {

  /** Under this name the exercise stands in the log. */
  public static final Author AUTHOR = new Author("exercise");

  private static final String REPORT = "report";

  /** Reports that came in last and wait in the inbox to be linked. */
  private static final int WAITING = 12;

  private final FeatureStore store;
  private final Consumer<String> progress;

  /**
   * @param progress told in one sentence what is being done
   */
  public ExerciseLoad(FeatureStore store, Consumer<String> progress) {
    this.store = store;
    this.progress = progress;
  }

  /**
   * Loads what is missing.
   *
   * @return number of features added or changed, 0 when everything was there
   * @throws BadInputException when a layer file of the mission has no place for the exercise's data
   */
  public long run() throws BadInputException {
    long changed = 0;
    Exercise exercise = null;
    for (String layer : Exercise.layers()) {
      if (isLoaded(layer)) {
        continue;
      }
      if (exercise == null) {
        progress.accept("Making the exercise country and three years of its mission");
        exercise = new Exercise(Exercise.SEED);
      }
      progress.accept("Loading exercise layer " + layer);
      changed += load(exercise, layer);
      if (layer.equals(REPORT)) {
        linkReports(exercise);
      }
    }
    return changed;
  }

  /** The reports name their incident; all but the newest are linked to it, which wait for that. */
  private void linkReports(Exercise exercise) throws BadInputException {
    List<Feature> reports =
        exercise
            .features(REPORT)
            .filter(report -> report.properties().get("linked_incident") instanceof String)
            .sorted(Comparator.comparing(ExerciseLoad::received))
            .toList();
    List<Feature> settled = reports.subList(0, Math.max(0, reports.size() - WAITING));
    try {
      store.write(
          writing -> {
            writing.because("Linked by the reference that the report gives");
            for (Feature report : settled) {
              if (store.links(REPORT, report.id()).isEmpty()) {
                writing.link(LinkType.REPORTED_BY, FeatureRef.of(report), incidentOf(report));
              }
            }
            return settled.size();
          });
    } catch (StaleVersionException impossible) {
      throw new IllegalStateException("nothing is replaced here", impossible);
    }
  }

  private static FeatureRef incidentOf(Feature report) {
    String reference = String.valueOf(report.properties().get("linked_incident"));
    return new FeatureRef("incident", Draft.idOf("incident", reference));
  }

  private static Instant received(Feature report) {
    return report.properties().get("received_at") instanceof Instant at ? at : Instant.EPOCH;
  }

  private long load(Exercise exercise, String layer) throws BadInputException {
    undoOtherEditions(layer);
    try (BulkLoad load = store.open(layer, title(), LoadedStates.OF_SOURCE)) {
      for (Iterator<Feature> features = exercise.features(layer).iterator(); features.hasNext(); ) {
        load.add(features.next());
      }
      var counts = load.commit().counts();
      return counts.inserted() + counts.updated();
    }
  }

  /** What an older edition made and this one does not would stay otherwise. */
  private void undoOtherEditions(String layer) throws BadInputException {
    for (Batch batch : store.batches()) {
      boolean older = batch.title().startsWith(Exercise.MISSION) && !batch.title().equals(title());
      if (older && batch.layer().equals(layer) && !batch.undone()) {
        store.undo(batch.id());
      }
    }
  }

  private boolean isLoaded(String layer) {
    return store.batches().stream()
        .anyMatch(b -> b.layer().equals(layer) && b.title().equals(title()) && !b.undone());
  }

  private static String title() {
    return Exercise.MISSION + ", seed " + Exercise.SEED + ", edition " + Exercise.EDITION;
  }
}
