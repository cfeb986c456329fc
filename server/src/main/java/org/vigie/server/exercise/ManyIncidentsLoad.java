package org.vigie.server.exercise;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LoadedStates;

/**
 * Loads {@link ManyIncidents} as any import is loaded, checked and with its change log, in parts of
 * 250 000. What was cut off goes on with the first part that is missing. Tests use it as the demo
 * does:
 *
 * <pre>{@code
 * new ManyIncidentsLoad(store.as(Access.everything(ExerciseLoad.AUTHOR)), sentence -> {})
 *     .run(200_000);
 * }</pre>
 */
public final class ManyIncidentsLoad {

  private static final int PART = 250_000;
  private static final Pattern TITLE =
      Pattern.compile("EXERCISE: (\\d+) incidents of ten years, edition \\d+, part (\\d+)");

  private final FeatureStore store;
  private final Consumer<String> progress;
  private final int partSize;

  /**
   * @param store of somebody who may write everything
   * @param progress told in one sentence every few seconds, and when a part is there, how far it
   *     is, how fast, and how long it will still take
   */
  public ManyIncidentsLoad(FeatureStore store, Consumer<String> progress) {
    this(store, progress, PART);
  }

  ManyIncidentsLoad(FeatureStore store, Consumer<String> progress, int partSize) {
    this.store = store;
    this.progress = progress;
    this.partSize = partSize;
  }

  /** How many incidents a store has or was to have when their load was cut off. */
  public static OptionalInt wanted(FeatureStore store) {
    return titles(store).mapToInt(title -> Integer.parseInt(title.group(1))).max();
  }

  private static Stream<Matcher> titles(FeatureStore store) {
    return store.batches().stream()
        .filter(batch -> !batch.undone())
        .map(Batch::title)
        .map(TITLE::matcher)
        .filter(Matcher::matches);
  }

  /**
   * Loads what is missing of so many; nothing when all are there.
   *
   * @throws BadInputException when the incident layer of the mission has no place for them
   */
  public void run(int count) throws BadInputException {
    Set<Integer> there =
        titles(store)
            .filter(title -> Integer.parseInt(title.group(1)) == count)
            .map(title -> Integer.valueOf(title.group(2)))
            .collect(Collectors.toSet());
    List<Integer> missing =
        IntStream.range(0, (count + partSize - 1) / partSize)
            .boxed()
            .filter(part -> !there.contains(part + 1))
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    progress.accept("Making ten years of incidents in the exercise's country");
    ManyIncidents incidents = new ManyIncidents(Exercise.SEED);
    long toCome = missing.stream().mapToLong(part -> end(count, part) - begin(part)).sum();
    Pace pace = new Pace(count, count - toCome, progress);
    for (int part : missing) {
      load(incidents, count, part, pace);
      pace.tell();
    }
  }

  private long begin(int part) {
    return (long) part * partSize;
  }

  private long end(int count, int part) {
    return Math.min(count, begin(part + 1));
  }

  private void load(ManyIncidents incidents, int count, int part, Pace pace)
      throws BadInputException {
    String title =
        String.format(
            "EXERCISE: %d incidents of ten years, edition %d, part %d",
            count, ManyIncidents.EDITION, part + 1);
    try (BulkLoad load = store.open("incident", title, LoadedStates.OF_SOURCE)) {
      Iterator<Feature> each = incidents.features(begin(part), end(count, part)).iterator();
      while (each.hasNext()) {
        load.add(each.next());
        pace.count();
      }
      load.commit();
    }
  }
}
