package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.testing.PostgisTest;

/**
 * Rate of a bulk load against raw COPY of the same rows into the same indexed table, in one run on
 * one database, and what reading so many takes. Not among the tests: it asserts nothing. {@code
 * docs/benchmarks.md} says how to run it.
 */
@PostgisTest
class BulkLoadBenchmark {

  private static final int ROWS = 1_000_000;

  @Test
  void load(DatabaseAddress address) throws Exception {
    int n = ROWS;
    Layer incident = Incidents.CATALOG.get("incident");
    try (PostgisStore root = PostgisStore.open(address, Incidents.CATALOG);
        Connection connection = Databases.connect(address)) {
      FeatureStore store = root.as(Access.everything(new Author("benchmark")));
      long start = System.nanoTime();
      Batch batch;
      long staged;
      try (BulkLoad load = store.open(incident.name(), "benchmark")) {
        Random random = new Random(1);
        for (int i = 0; i < n; i++) {
          load.add(incident(random, i));
        }
        staged = System.nanoTime();
        batch = load.commit();
      }
      long loaded = System.nanoTime() - start;
      report("read, checked and staged", n, staged - start);
      report("bulk load in all", n, loaded);
      System.out.println(batch.counts());
      execute(connection, "create unlogged table raw as table vigie.feature_incident");
      execute(connection, "alter table raw drop column long_until");
      execute(connection, "truncate vigie.feature_incident");
      long raw = rawCopy(connection);
      report("raw COPY", n, raw);
      System.out.printf("ratio %.2f%n", (double) raw / loaded);
      System.out.printf(
          "heap in use %d MB%n",
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
      start = System.nanoTime();
      try (BulkLoad load = store.open(incident.name(), "again")) {
        Random random = new Random(1);
        for (int i = 0; i < n; i++) {
          load.add(incident(random, i));
        }
        System.out.println(load.commit().counts());
      }
      report("the same again", n, System.nanoTime() - start);
      FeatureQuery all = FeatureQuery.of(incident);
      BoundingBox box = new BoundingBox(0, 0, 1, 1);
      LongAdder streamed = new LongAdder();
      time("streamed", () -> store.forEach(all, feature -> streamed.increment()));
      for (int round = 0; round < 3; round++) {
        time("summary", () -> store.summarise(all, request()));
        time("cells of all", () -> store.picture(all, PictureRequest.of(5)));
        time("points of a box", () -> store.picture(all.withBbox(box), PictureRequest.of(8)));
        time("count of a box", () -> store.count(all.withBbox(box)));
        time(
            "count of a box as known a moment ago",
            () -> store.count(all.withBbox(box).withAsKnownAt(Instant.now())));
      }
    }
  }

  private static Summary.Request request() {
    return new Summary.Request("type", Summary.Step.MONTH, List.of("killed_best"));
  }

  private static void time(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    System.out.printf("%s: %.0f ms%n", what, (System.nanoTime() - start) / 1e6);
  }

  /** Binary COPY out of the one table and into the other, the second alone timed. */
  private static long rawCopy(Connection connection) throws Exception {
    java.nio.file.Path file = java.nio.file.Files.createTempFile("raw", ".copy");
    try (var out = java.nio.file.Files.newOutputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy raw to stdout (format binary)", out);
    }
    long start = System.nanoTime();
    try (var in = java.nio.file.Files.newInputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy vigie.feature from stdin (format binary)", in, 1 << 16);
    }
    long time = System.nanoTime() - start;
    java.nio.file.Files.delete(file);
    return time;
  }

  private static Feature incident(Random random, int i) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("type", random.nextBoolean() ? "BATTLES" : "PROTESTS");
    properties.put("severity", 1L + random.nextInt(5));
    properties.put("status", "REPORTED");
    properties.put("title", "Armed clash near village " + random.nextInt(5_000));
    properties.put("admin1", "Province " + random.nextInt(20));
    properties.put("admin2", "District " + random.nextInt(200));
    properties.put("killed_best", (long) random.nextInt(10));
    properties.put("civilian_targeting", random.nextBoolean());
    Instant when = Incidents.DAY.minusSeconds(random.nextInt(10 * 365 * 86_400));
    return Incidents.withSource(
        Incidents.at(random.nextGaussian() * 5, random.nextGaussian() * 5, when, properties),
        "benchmark",
        "event-" + i);
  }

  private static void execute(Connection connection, String sql) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void report(String what, int n, long nanos) {
    System.out.printf("%s: %.1f s, %.0f rows/s%n", what, nanos / 1e9, n / (nanos / 1e9));
  }
}
