package org.vigie.geodata.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.cql2.Cql2Text;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;

/**
 * Random questions over a million events, each answered in every way there is: how far the way that
 * is chosen lies from the best. Not among the tests: it asserts nothing but equal answers. {@code
 * docs/benchmarks.md} says how to run it.
 */
@PostgisTest
class PlanBenchmark {

  private static final int EVENTS = Integer.getInteger("vigie.events", 1_000_000);
  private static final int QUESTIONS = Integer.getInteger("vigie.questions", 60);
  private static final long SEED = Long.getLong("vigie.seed", 20261121);
  private static final Access ALL = Access.everything(new Author("benchmark"));
  private static final Layer INCIDENT = RandomEvents.CATALOG.get("incident");
  private static final Summary.Request MONTHS =
      new Summary.Request("type", Summary.Step.MONTH, List.of("killed_best"));

  private static final List<String> DECIDED =
      List.of("", "type = 'RIOTS'", "severity >= 4", "admin2 = 'District 17'", "killed_best > 9");
  private static final List<String> LEFT =
      List.of(
          "title LIKE '%77%'",
          "title LIKE 'Event 12345%'",
          "CASEI(title) LIKE casei('event 9%')",
          "title LIKE '%7%'",
          "version = 1");
  private static final List<String> HERE = List.of("killed_best > severity", "id LIKE '%abc%'");

  private final Random random = new Random(SEED);
  private final Planner planner = new Planner();
  private final Map<Plan, Integer> chosen = new EnumMap<>(Plan.class);
  private final List<Double> regrets = new ArrayList<>();
  private double ofChosen;
  private double ofBest;
  private double ofDatabase;

  @Test
  void everyWayToAnswer(DatabaseAddress address) throws Exception {
    try (PostgisStore store = PostgisStore.open(address, RandomEvents.CATALOG)) {
      IndexBenchmark.fill(address, 0, EVENTS);
      EventIndex index = new EventIndex(store.copySource(), RandomEvents.CATALOG);
      index.build(4);
      FeatureStore database = store.as(ALL);
      for (int i = 0; i < 5; i++) {
        measure(index, database, question(LEFT), false);
      }
      for (int i = 0; i < QUESTIONS; i++) {
        measure(index, database, question(i % 6 == 0 ? HERE : LEFT), true);
      }
    }
    regrets.sort(null);
    System.out.printf(
        "%nseed %d, %,d events: chosen %s; time as if all by the database %.1f s, as chosen %.1f s,"
            + " by the best each time %.1f s; chosen against best: median %.2f, nine of ten below"
            + " %.2f, most %.2f%n",
        SEED,
        EVENTS,
        chosen,
        ofDatabase / 1e3,
        ofChosen / 1e3,
        ofBest / 1e3,
        regrets.get(regrets.size() / 2),
        regrets.get(regrets.size() * 9 / 10),
        regrets.get(regrets.size() - 1));
  }

  private void measure(EventIndex index, FeatureStore database, FeatureQuery query, boolean counted)
      throws Exception {
    LayerRows rows = index.snapshot().find("incident").orElseThrow();
    Split split = planner.split(rows.columns(), query, ALL, true).orElseThrow();
    long candidates = RowCount.of(rows, new Scan(split.conditions()));
    long inExtent = RowCount.of(rows, new Scan(split.inExtent()));
    long truth = database.summarise(query, MONTHS).count();
    Map<Plan, Double> times = new EnumMap<>(Plan.class);
    times.put(Plan.DATABASE, time(truth, () -> database.summarise(query, MONTHS)));
    if (split.isWhole()) {
      times.put(Plan.MEMORY, time(truth, () -> figures(rows, split, Optional.empty())));
    } else {
      times.put(Plan.MATCHES, time(truth, () -> matches(rows, split, database)));
      if (candidates <= 5L * Costs.MOST_CANDIDATES) {
        times.put(Plan.CANDIDATES, time(truth, () -> candidates(rows, split, database)));
      }
    }
    List<Selector> fresh = new ArrayList<>();
    double mine =
        time(
            truth,
            () -> {
              fresh.add(new Selector());
              return new IndexedFeatureStore(
                      database, ALL, fresh.get(fresh.size() - 1), States.of(index.snapshot()))
                  .summarise(query, MONTHS);
            });
    Plan plan =
        Arrays.stream(Plan.values())
            .filter(each -> fresh.get(0).counts().get(each) > 0)
            .findFirst()
            .orElseThrow();
    if (counted) {
      double best = times.values().stream().mapToDouble(each -> each).min().orElseThrow();
      // the same way was measured twice: the lesser time is its own
      double own = Math.min(mine, times.getOrDefault(plan, mine));
      chosen.merge(plan, 1, Integer::sum);
      regrets.add(own / Math.min(best, own));
      ofChosen += own;
      ofBest += Math.min(best, own);
      ofDatabase += times.get(Plan.DATABASE);
      System.out.printf(
          "%,9d in extent %,9d candidates %,9d found | %s | %s %.1f ms | %s%n",
          inExtent,
          candidates,
          truth,
          times.entrySet().stream()
              .map(each -> "%s %.1f".formatted(each.getKey(), each.getValue()))
              .collect(Collectors.joining(", ")),
          plan,
          mine,
          Cql2Text.print(query.filter()));
    }
  }

  private static Summary candidates(LayerRows rows, Split split, FeatureStore database) {
    List<FeatureId> among = RowIds.of(rows, new Scan(split.conditions()));
    return figures(
        rows,
        split,
        database.matches(split.rest(), Optional.of(among), Integer.MAX_VALUE - 1).ids());
  }

  private static Summary matches(LayerRows rows, Split split, FeatureStore database) {
    return figures(
        rows, split, database.matches(split.rest(), Optional.empty(), Integer.MAX_VALUE - 1).ids());
  }

  private static Summary figures(LayerRows rows, Split split, Optional<List<FeatureId>> ids) {
    List<Condition> conditions = new ArrayList<>(split.conditions());
    ids.map(IdSet::of).map(IdCondition::new).ifPresent(conditions::add);
    return Figures.of(rows, INCIDENT, MONTHS)
        .orElseThrow()
        .summary(new Scan(conditions), LogPosition.EMPTY);
  }

  /** The lesser of two, in milliseconds. */
  private static double time(long truth, Callable<Summary> work) throws Exception {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long start = System.nanoTime();
      long count = work.call().count();
      least = Math.min(least, (System.nanoTime() - start) / 1e6);
      if (count != truth) {
        throw new AssertionError(count + " is not " + truth);
      }
    }
    return least;
  }

  private FeatureQuery question(List<String> pool) throws Exception {
    FeatureQuery query = FeatureQuery.of(INCIDENT);
    double side = List.of(30.0, 10.0, 4.0, 1.0, 0.2).get(random.nextInt(5));
    if (side < 30) {
      double west = random.nextDouble() * (20 - side);
      double south = random.nextDouble() * (20 - side);
      query = query.withBbox(new BoundingBox(west, south, west + side, south + side));
    }
    int days = List.of(0, 2_000, 365, 30, 1).get(random.nextInt(5));
    if (days > 0) {
      Instant from =
          Instant.parse("2015-01-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(1_600)));
      query = query.withDatetime(TimeSpan.of(from, from.plus(Duration.ofDays(days))));
    }
    String decided = DECIDED.get(random.nextInt(DECIDED.size()));
    String left = pool.get(random.nextInt(pool.size()));
    String text = decided.isEmpty() ? left : decided + " AND " + left;
    return query.withFilter(Queryables.of(INCIDENT).check(Cql2Text.parse(text)));
  }
}
