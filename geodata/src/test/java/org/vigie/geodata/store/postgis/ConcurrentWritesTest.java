package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
class ConcurrentWritesTest {

  private static final int EDITORS = 6;
  private static final int EDITS = 40;
  private static final Author AUTHOR = new Author("test");

  @Test
  void noUpdateIsLostHoweverManyEditAtOnce(DatabaseAddress address) throws Exception {
    try (PostgisStore root = PostgisStore.open(address, Incidents.CATALOG)) {
      FeatureStore store = root.as(Access.everything(AUTHOR));
      Feature feature =
          store.write(
              w ->
                  w.insert(
                      Incidents.withProperties(Incidents.at(1, 1), Map.of("killed_best", 0L))));
      List<Integer> done =
          inParallel(
              () -> {
                int won = 0;
                for (int i = 0; i < EDITS; i++) {
                  Feature current = store.find("incident", feature.id()).orElseThrow();
                  long killed = (Long) current.properties().get("killed_best");
                  Feature next =
                      Incidents.withProperties(current, Map.of("killed_best", killed + 1));
                  try {
                    store.write(w -> w.replace(next, current.version()));
                    won++;
                  } catch (StaleVersionException lost) {
                    assertThat(lost.currentVersion()).isGreaterThan(current.version());
                  }
                }
                return won;
              });
      long won = done.stream().mapToLong(n -> n).sum();
      Feature last = store.find("incident", feature.id()).orElseThrow();
      assertThat(last.properties().get("killed_best")).isEqualTo(won);
      assertThat(last.version()).isEqualTo(won + 1);
      assertThat(store.history("incident", feature.id())).hasSize((int) won + 1);
      assertThat(won).isBetween((long) EDITS, (long) EDITORS * EDITS);
    }
  }

  @Test
  void ofTwoThatInsertOneIdentityAtOnceOneIsToldSo(DatabaseAddress address) throws Exception {
    try (PostgisStore root = PostgisStore.open(address, Incidents.CATALOG)) {
      FeatureStore store = root.as(Access.everything(AUTHOR));
      List<Integer> done =
          inParallel(
              () -> {
                int won = 0;
                for (int i = 0; i < EDITS; i++) {
                  Feature feature = Incidents.withSource(Incidents.at(2, 2), "race", "id-" + i);
                  try {
                    store.write(w -> w.insert(feature));
                    won++;
                  } catch (BadInputException taken) {
                    assertThat(taken).hasMessageContaining("already there");
                  }
                }
                return won;
              });
      assertThat(done.stream().mapToInt(n -> n).sum()).isEqualTo(EDITS);
    }
  }

  private static List<Integer> inParallel(java.util.concurrent.Callable<Integer> work)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(EDITORS);
    try {
      List<Future<Integer>> futures = new ArrayList<>();
      for (int i = 0; i < EDITORS; i++) {
        futures.add(pool.submit(work));
      }
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdown();
    }
  }
}
