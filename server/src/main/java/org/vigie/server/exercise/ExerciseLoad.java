package org.vigie.server.exercise;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LoadedStates;
import org.vigie.geodata.store.StaleVersionException;

/**
 * Writes the exercise into a log at the times of its story: the country, then the archive, then the
 * chronicle. A start that was interrupted goes on behind the last moment the log knows.
 */
public final class ExerciseLoad {

  /** Under this name the exercise begins its log. */
  public static final Author AUTHOR = new Author("exercise");

  private static final List<String> COUNTRY =
      List.of("admin-area", "place", "road", "river", "base", "medical-facility");

  private static final List<String> ARCHIVED =
      List.of("incident", "report", "patrol", "ied-report", "poc-alert", "hotspot");

  private static final Instant ARRIVAL = Calendar.instant(0, 6 * 60);

  /** Where an exercise is written down. */
  @FunctionalInterface
  public interface Recorder {

    /** The store for what an author writes at a moment, later than the last. */
    FeatureStore at(Author author, Instant moment);
  }

  private final Recorder recorder;
  private final Consumer<String> progress;
  private final Desk.Versions versions = new Desk.Versions();

  /**
   * @param progress told in one sentence what is being done
   */
  public ExerciseLoad(Recorder recorder, Consumer<String> progress) {
    this.recorder = recorder;
    this.progress = progress;
  }

  /**
   * Whether a store holds an exercise to its end, this edition or an older one, which is left as it
   * is.
   */
  public static boolean isIn(FeatureStore store) {
    return store.batches().stream()
        .anyMatch(
            batch ->
                !batch.undone()
                    && batch.title().startsWith(Exercise.MISSION)
                    && (batch.title().equals(title()) || !batch.title().startsWith(title())));
  }

  /**
   * Writes what is missing.
   *
   * @throws BadInputException when a layer file of the mission has no place for the exercise's data
   */
  public void run() throws BadInputException {
    progress.accept("Making the exercise country and three years of its mission");
    Exercise exercise = new Exercise(Exercise.SEED);
    Instant reached = recorder.at(AUTHOR, ARRIVAL).position().committedAt();
    progress.accept("Writing the country");
    Instant moment = ARRIVAL;
    for (String layer : COUNTRY) {
      moment = moment.plusSeconds(600);
      if (moment.isAfter(reached)) {
        load(moment, layer, part(layer), exercise.features(layer));
      }
    }
    Chronicle chronicle = exercise.chronicle();
    progress.accept("Writing the archive of the mission");
    archive(chronicle, reached);
    progress.accept("Writing the last weeks as they became known");
    Instant before = Chronicle.FIRST;
    for (List<Step> sitting : Sittings.of(chronicle.steps())) {
      Instant end = sitting.get(sitting.size() - 1).at();
      Instant at = end.isAfter(before) ? end : before.plusMillis(1);
      if (at.isAfter(reached)) {
        take(sitting, at);
      }
      before = at;
    }
    load(Exercise.END, "report", title(), Stream.of());
  }

  private void archive(Chronicle chronicle, Instant reached) throws BadInputException {
    Map<Instant, Map<String, List<Feature>>> filings = new TreeMap<>();
    for (String layer : ARCHIVED) {
      chronicle
          .archive(layer)
          .forEach(
              (written, features) ->
                  filings.computeIfAbsent(written, at -> new TreeMap<>()).put(layer, features));
    }
    for (Map.Entry<Instant, Map<String, List<Feature>>> filing : filings.entrySet()) {
      Instant moment = filing.getKey();
      for (String layer : ARCHIVED) {
        moment = moment.plusSeconds(60);
        List<Feature> features = filing.getValue().getOrDefault(layer, List.of());
        if (!features.isEmpty() && moment.isAfter(reached)) {
          String until = filing.getKey().toString().substring(0, 10);
          load(moment, layer, part("archive of " + layer + " until " + until), features.stream());
        }
      }
    }
  }

  private void take(List<Step> sitting, Instant at) throws BadInputException {
    Step first = sitting.get(0);
    FeatureStore store = recorder.at(first.author(), at);
    try {
      store.write(
          writing -> {
            writing.because(first.reason());
            Desk desk = new Desk(store, writing, versions);
            for (Step step : sitting) {
              step.deed().run(desk);
            }
            return sitting.size();
          });
    } catch (StaleVersionException impossible) {
      throw new IllegalStateException("nobody else writes meanwhile", impossible);
    }
  }

  private void load(Instant moment, String layer, String title, Stream<Feature> features)
      throws BadInputException {
    try (BulkLoad load = recorder.at(AUTHOR, moment).open(layer, title, LoadedStates.OF_SOURCE)) {
      for (Iterator<Feature> each = features.iterator(); each.hasNext(); ) {
        load.add(each.next());
      }
      load.commit();
    }
  }

  private static String part(String what) {
    return title() + ": " + what;
  }

  private static String title() {
    return Exercise.MISSION + ", seed " + Exercise.SEED + ", edition " + Exercise.EDITION;
  }
}
