package org.vigie.geodata.index;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.geo.Mercator;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.cql2.Cql2Text;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;

/**
 * Counts, figures and pictures from memory against those of PostGIS, in one run on the same events;
 * and ten million events without a database. Not among the tests: it asserts nothing. {@code
 * docs/benchmarks.md} says how to run it.
 */
@PostgisTest
class IndexBenchmark {

  private static final Access ALL = Access.everything(new Author("benchmark"));
  private static final Layer INCIDENT = RandomEvents.CATALOG.get("incident");
  private static final Summary.Request COUNT =
      new Summary.Request("", Summary.Step.NONE, List.of());
  private static final Summary.Request STATISTICS =
      new Summary.Request("type", Summary.Step.MONTH, List.of("killed_best", "injured"));

  private final Planner planner = new Planner();

  @Test
  void againstPostgis(DatabaseAddress address) throws Exception {
    try (PostgisStore store = PostgisStore.open(address, RandomEvents.CATALOG)) {
      int there = 0;
      for (int events : new int[] {100_000, 1_000_000}) {
        fill(address, there, events);
        there = events;
        System.out.printf("%n%,d events%n", events);
        EventIndex index = new EventIndex(store.copySource(), RandomEvents.CATALOG);
        long start = System.nanoTime();
        index.build(4);
        report("build from PostGIS", start, index);
        compare(index, Optional.of(store.as(ALL)));
        new PictureComparison(index, store.as(ALL), address).print();
        new EventTileComparison(index, store.as(ALL)).print();
      }
    }
  }

  @Test
  void tenMillion() throws Exception {
    EventIndex index = new EventIndex(new MadeUpEvents(10_000_000, 5), RandomEvents.CATALOG);
    System.out.printf("%n10,000,000 events, without a database%n");
    long start = System.nanoTime();
    index.build(4);
    report("build from made-up features", start, index);
    compare(index, Optional.empty());
    System.gc();
    System.out.printf(
        "heap in use after collection %,d MB of at most %,d MB%n",
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static void report(String what, long start, EventIndex index) {
    Snapshot snapshot = index.snapshot();
    System.out.printf(
        "%s: %.1f s; %,d MB, %.1f bytes an event%n",
        what,
        (System.nanoTime() - start) / 1e9,
        snapshot.bytes() >> 20,
        (double) snapshot.bytes() / snapshot.count());
  }

  private void compare(EventIndex index, Optional<FeatureStore> database) throws Exception {
    Instant from = Instant.parse("2020-03-01T00:00:00Z");
    FeatureQuery all = FeatureQuery.of(INCIDENT);
    Filter types =
        Queryables.of(INCIDENT)
            .check(Cql2Text.parse("type IN ('BATTLES', 'RIOTS', 'PROTESTS') AND severity >= 3"));
    FeatureQuery filter =
        all.withBbox(new BoundingBox(6, 6, 10, 10))
            .withDatetime(TimeSpan.of(from, from.plusSeconds(30 * 86_400)))
            .withFilter(types);
    FeatureQuery area = all.withArea(area());
    FeatureQuery year = all.withDatetime(TimeSpan.of(from, from.plusSeconds(365L * 86_400)));
    side("count: 4 degrees, 30 days, 3 types, severity", index, database, filter, COUNT);
    side("histogram: all, month by type", index, database, all, histogram());
    side("statistics: a polygon, all years", index, database, area, STATISTICS);
    side("statistics: one year", index, database, year, STATISTICS);
    for (int vertices : new int[] {10, 200, 5_000}) {
      fresh(vertices + " vertices", index, database, round -> AskedAreas.polygon(vertices, round));
    }
    fresh("circle of 400 km", index, database, AskedAreas::circle);
    fresh("corridor of 1 200 km, 30 km to each side", index, database, AskedAreas::corridor);
    double grid = median(31, () -> grid(index, year));
    System.out.printf("| grid of 64 by 64, one year | %.2f ms | | |%n", grid);
  }

  /** Statistics of an area that nobody has asked about before: making and preparing it counts. */
  private void fresh(
      String what, EventIndex index, Optional<FeatureStore> database, IntFunction<Geometry> area) {
    IndexedFeatureStore indexed = indexed(index, database);
    AtomicInteger round = new AtomicInteger();
    Supplier<FeatureQuery> next =
        () -> FeatureQuery.of(INCIDENT).withArea(area.apply(round.incrementAndGet()));
    double memory = median(31, () -> indexed.find(next.get(), STATISTICS).orElseThrow().count());
    FeatureQuery last = next.get();
    long mine = indexed.find(last, STATISTICS).orElseThrow().count();
    String corners = String.format("%,d vertices", last.area().orElseThrow().getNumPoints());
    if (database.isEmpty()) {
      System.out.printf(
          "| statistics: %s, %s (%,d) | %.2f ms | | |%n", what, corners, mine, memory);
      return;
    }
    long theirs = database.get().summarise(last, STATISTICS).count();
    if (mine != theirs) {
      throw new AssertionError(what + ": " + mine + " and " + theirs);
    }
    double postgis = median(3, () -> database.get().summarise(next.get(), STATISTICS).count());
    System.out.printf(
        "| statistics: %s, %s (%,d) | %.2f ms | %.1f ms | %.0f |%n",
        what, corners, mine, memory, postgis, postgis / memory);
  }

  private IndexedFeatureStore indexed(EventIndex index, Optional<FeatureStore> database) {
    return new IndexedFeatureStore(
        database.orElseGet(() -> noDatabase()), ALL, new Selector(), States.of(index.snapshot()));
  }

  private static Summary.Request histogram() {
    return new Summary.Request("type", Summary.Step.MONTH, List.of());
  }

  private void side(
      String what,
      EventIndex index,
      Optional<FeatureStore> database,
      FeatureQuery query,
      Summary.Request request) {
    IndexedFeatureStore indexed = indexed(index, database);
    double memory = median(31, () -> indexed.find(query, request).orElseThrow().count());
    if (database.isEmpty()) {
      System.out.printf("| %s | %.2f ms | | |%n", what, memory);
      return;
    }
    long mine = indexed.find(query, request).orElseThrow().count();
    long theirs = database.get().summarise(query, request).count();
    if (mine != theirs) {
      throw new AssertionError(what + ": " + mine + " and " + theirs);
    }
    double postgis = median(5, () -> database.get().summarise(query, request).count());
    System.out.printf(
        "| %s (%,d) | %.2f ms | %.1f ms | %.0f |%n", what, mine, memory, postgis, postgis / memory);
  }

  private static FeatureStore noDatabase() {
    return (FeatureStore)
        Proxy.newProxyInstance(
            FeatureStore.class.getClassLoader(),
            new Class<?>[] {FeatureStore.class},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("there is no database");
            });
  }

  /** What a tile of counts reads: the cell of every event of the window. */
  private long grid(EventIndex index, FeatureQuery query) {
    LayerRows rows = index.snapshot().find("incident").orElseThrow();
    Scan scan =
        new Scan(planner.split(rows.columns(), query, ALL, true).orElseThrow().conditions());
    int[] cells = new int[1 << 12];
    int west = Mercator.x(0);
    int south = Mercator.y(0);
    for (Part part : rows.parts()) {
      scan.of(
          part,
          (segment, zone, bits) -> {
            for (int word = 0; word < Zones.WORDS; word++) {
              int base = zone * Zones.ROWS + word * Long.SIZE;
              for (long left = bits[word]; left != 0; left &= left - 1) {
                int row = base + Long.numberOfTrailingZeros(left);
                int x = (segment.x(row) - west) >> 22 & 63;
                int y = (segment.y(row) - south) >> 22 & 63;
                cells[y << 6 | x]++;
              }
            }
          });
    }
    return Arrays.stream(cells).sum();
  }

  private static double median(int rounds, Supplier<Long> work) {
    long checksum = 0;
    double[] times = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      checksum += work.get();
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    if (checksum < 0) {
      throw new AssertionError("counts are not negative");
    }
    return times[rounds / 2];
  }

  private static Geometry area() {
    Coordinate[] corners = new Coordinate[41];
    for (int i = 0; i < 40; i++) {
      double angle = 2 * Math.PI * i / 40;
      double radius = i % 2 == 0 ? 5 : 3.5;
      corners[i] = new Coordinate(10 + radius * Math.cos(angle), 10 + radius * Math.sin(angle));
    }
    corners[40] = corners[0];
    return new GeometryFactory().createPolygon(corners);
  }

  /** Straight into the table: the log is not what is measured here. */
  static void fill(DatabaseAddress address, int from, int to) throws Exception {
    DatabaseAddress past = TestDatabases.administrator(address);
    try (Connection connection =
            DriverManager.getConnection(past.jdbcUrl(), past.user(), past.password());
        Statement statement = connection.createStatement()) {
      statement.execute("select setseed(0.5)");
      statement.execute(
          """
          insert into vigie.feature (id, layer, geom, valid_from, valid_to, time_precision,
            location_class, radius_m, classification, source_system, properties, version,
            recorded_at)
          select gen_random_uuid(), 'incident',
                 st_setsrid(st_point(
                   round((town * 7919 %% 2000 / 100.0 + (random() + random() + random() - 1.5)
                     / 2)::numeric, 5)::float8,
                   round((town * 104729 %% 2000 / 100.0 + (random() + random() + random() - 1.5)
                     / 2)::numeric, 5)::float8), 4326),
                 start, start + interval '1 hour', 'EXACT_DAY',
                 case when random() < 0.5 then 'VILLAGE' else 'GPS' end,
                 case when random() < 0.5 then 3000 else 30 end,
                 case when random() < 0.1 then 'CONFIDENTIAL' else 'UNCLASSIFIED' end, 'made-up',
                 jsonb_build_object(
                   'type', (array['BATTLES', 'RIOTS', 'PROTESTS', 'CRIME', 'TENSION', 'HAZARD',
                     'EXPLOSIONS_REMOTE_VIOLENCE', 'VIOLENCE_AGAINST_CIVILIANS'])[1 + floor(random() * 8)],
                   'severity', 1 + floor(random() * 5), 'status', 'REPORTED',
                   'killed_best', floor(random() * 12), 'injured', floor(random() * 12),
                   'admin1', 'Province ' || town %% 15, 'admin2', 'District ' || town %% 150,
                   'title', 'Event ' || n),
                 1, now()
            from (select n, 1 + floor(random() * 200)::int as town,
                         timestamptz '2015-01-01 00:00Z'
                           + floor(random() * 5256000) * interval '1 minute' as start
                    from generate_series(%d, %d) n) made
          """
              .formatted(from + 1, to));
      statement.execute("analyze vigie.feature");
    }
  }
}
