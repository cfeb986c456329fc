package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;

/**
 * Questions while others insert, change, raise, delete, import and take imports back: each answer
 * is no older than what the database said before it, no newer than what it said after it, and the
 * same as either when it is of the same position.
 */
@PostgisTest
class IndexUnderWritesTest {

  private static final int QUESTIONS = Integer.getInteger("vigie.questions", 400);
  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final Access ALL = Access.everything(new Author("test"));

  private final AtomicBoolean done = new AtomicBoolean();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  @Test
  void answersAreOfOneStateWhateverIsWrittenMeanwhile(DatabaseAddress address) throws Exception {
    RandomEvents random = new RandomEvents(SEED);
    try (PostgisStore store = PostgisStore.open(address, RandomEvents.CATALOG)) {
      FeatureStore all = store.as(ALL);
      for (int i = 0; i < 600; i++) {
        Feature feature = random.feature(random.layer());
        all.write(writing -> writing.insert(feature));
      }
      try (IndexedStore index =
          IndexedStore.start(store, RandomEvents.CATALOG, new Selector(random::choose))) {
        assertThat(index.awaitBuilt(Duration.ofMinutes(1))).isTrue();
        List<Thread> writers = List.of(writer(all, 1, true), writer(all, 2, false));
        writers.forEach(Thread::start);
        int same = 0;
        try {
          for (int i = 0; i < QUESTIONS; i++) {
            same += compare(store, index, random, i) ? 1 : 0;
          }
        } finally {
          done.set(true);
          for (Thread writer : writers) {
            writer.join();
          }
        }
        assertThat(failure.get()).isNull();
        long intersected =
            index.answered(Plan.CANDIDATES)
                + index.answered(Plan.MATCHES)
                + index.answered(Plan.KNOWN_MATCHES);
        System.out.printf(
            "seed %d: %d questions among writes, %d compared whole, %d from memory, %d intersected"
                + " (%d by known ids), %d by the database%n",
            SEED,
            QUESTIONS,
            same,
            index.answered(Plan.MEMORY),
            intersected,
            index.answered(Plan.KNOWN_MATCHES),
            index.answered(Plan.DATABASE));
        assertThat(same).as("seed %s", SEED).isGreaterThan(QUESTIONS / 4);
        assertThat(intersected).as("seed %s", SEED).isGreaterThan(QUESTIONS / 40);
      }
    }
  }

  /** Whether an answer of the database was of the same position. */
  private static boolean compare(
      PostgisStore store, IndexedStore index, RandomEvents random, int question) throws Exception {
    Access access = random.access();
    FeatureQuery query = random.query(access);
    Summary.Request request = random.request(query.layer());
    // what is found for this question may serve the next one
    index.as(access).count(query.withDatetime(random.query(access).datetime()));
    Summary before = store.as(access).summarise(query, request);
    Summary answer = index.as(access).summarise(query, request);
    Summary after = store.as(access).summarise(query, request);
    String what = "seed %s, question %s: %s %s".formatted(SEED, question, query, request);
    assertThat(answer.asOf().sequence())
        .as(what)
        .isBetween(before.asOf().sequence(), after.asOf().sequence());
    boolean same = false;
    for (Summary truth : List.of(before, after)) {
      if (truth.asOf().equals(answer.asOf())) {
        assertThat(answer).as(what).isEqualTo(truth);
        same = true;
      }
    }
    long matched = index.as(access).page(query, 1, Optional.empty()).numberMatched();
    Summary later = store.as(access).summarise(query, request);
    if (later.asOf().equals(after.asOf())) {
      assertThat(matched).as("number matched, " + what).isEqualTo(later.count());
    }
    return same;
  }

  private Thread writer(FeatureStore all, int number, boolean imports) {
    RandomEvents random = new RandomEvents(SEED + number);
    return new Thread(
        () -> {
          try {
            List<Feature> own = new ArrayList<>();
            for (int i = 0; !done.get(); i++) {
              if (imports && i % 10 == 9) {
                importAndUndo(all, random, i);
              } else {
                write(all, random, own);
              }
              Thread.sleep(random.upTo(40));
            }
          } catch (Exception | AssertionError e) {
            failure.set(e);
          }
        });
  }

  private static void write(FeatureStore all, RandomEvents random, List<Feature> own)
      throws Exception {
    if (own.size() < 5 || random.chance(0.3)) {
      Feature made = random.feature(random.layer());
      own.add(all.write(writing -> writing.insert(made)));
      return;
    }
    int at = random.upTo(own.size());
    Feature old = own.get(at);
    if (random.chance(0.3)) {
      own.remove(at);
      all.write(
          writing -> {
            writing.delete(old.layer(), old.id(), old.version());
            return true;
          });
    } else {
      Feature next = random.after(old);
      own.set(at, all.write(writing -> writing.replace(next, old.version())));
    }
  }

  private static void importAndUndo(FeatureStore all, RandomEvents random, int number)
      throws Exception {
    Batch batch;
    try (BulkLoad load = all.open("incident", "some")) {
      for (int i = 0; i < 50; i++) {
        Provenance named = new Provenance("some", "n" + number + "-" + i, null, Map.of());
        load.add(random.feature("incident").withProvenance(named));
      }
      batch = load.commit();
    }
    if (random.chance(0.5)) {
      all.undo(batch.id());
    }
  }
}
