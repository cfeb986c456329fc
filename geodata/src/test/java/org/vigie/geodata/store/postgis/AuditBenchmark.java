package org.vigie.geodata.store.postgis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.AuditReport;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;

/**
 * What the audit costs a bulk load, against the same loads into a second database whose rows are
 * not digested, by turns in one run; then what verifying all of it takes. Not among the tests: it
 * asserts nothing. {@code docs/reliability.md} says how to run it.
 */
@PostgisTest
class AuditBenchmark {

  private static final int ROWS = Integer.getInteger("vigie.audit.rows", 1_000_000);
  private static final int ROUNDS = 4;

  private static final String NO_DIGEST =
      "create or replace function vigie.digest_changes(key bigint) returns bytea language sql"
          + " security definer set search_path = pg_catalog, pg_temp as $$ insert into"
          + " vigie.change_digest (transaction, leaves, digest) values (key, '', sha256(''))"
          + " returning digest $$";

  @Test
  void loadAndVerify(DatabaseAddress audited) throws Exception {
    DatabaseAddress unaudited = TestDatabases.create();
    try (PostgisStore with = PostgisStore.open(audited, Incidents.CATALOG);
        PostgisStore without = PostgisStore.open(unaudited, Incidents.CATALOG)) {
      Databases.execute(unaudited, NO_DIGEST);
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        boolean first = round % 2 == 0;
        double one = load(first ? with : without, round);
        double other = load(first ? without : with, round);
        double ratio = first ? one / other : other / one;
        System.out.printf(
            "round %d: %.1f s with the audit, %.1f s without: %.2f%n",
            round + 1, first ? one : other, first ? other : one, ratio);
        ratios.add(ratio);
      }
      Collections.sort(ratios);
      System.out.printf(
          "a load of %d rows costs %.2f times what it does without digests (median of %d)%n",
          ROWS / ROUNDS, (ratios.get(1) + ratios.get(2)) / 2, ROUNDS);
      long start = System.nanoTime();
      AuditReport report = with.auditTrail().verify("");
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "verified %d rows of the log in %.1f s, %.0f a second; sound: %s%n",
          report.rows(), seconds, report.rows() / seconds, report.isSound());
    } finally {
      TestDatabases.drop(unaudited);
    }
  }

  /** Seconds from the first row to the commit. */
  private static double load(PostgisStore root, int round) throws Exception {
    FeatureStore store = root.as(Access.everything(new Author("benchmark")));
    Random random = new Random(round);
    long start = System.nanoTime();
    try (BulkLoad load = store.open("incident", "benchmark")) {
      for (int i = 0; i < ROWS / ROUNDS; i++) {
        Map<String, Object> properties =
            Map.of("type", "BATTLES", "title", "Armed clash near village " + random.nextInt(5_000));
        Instant when = Incidents.DAY.minusSeconds(random.nextInt(10 * 365 * 86_400));
        load.add(
            Incidents.withSource(
                Incidents.at(
                    random.nextGaussian() * 5, random.nextGaussian() * 5, when, properties),
                "benchmark",
                round + "-" + i));
      }
      load.commit();
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
