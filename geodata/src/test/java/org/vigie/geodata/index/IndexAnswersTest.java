package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.CrossTable;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;

/** What the index answers is what the database answers, whoever asks and whatever is written. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexAnswersTest {

  private static final int QUESTIONS = Integer.getInteger("vigie.questions", 400);
  private static final int ROUNDS = Integer.getInteger("vigie.rounds", 40);
  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final Access ALL = Access.everything(new Author("test"));

  private final RandomEvents random = new RandomEvents(SEED);
  private final Selector selector = new Selector(random::choose);
  private final List<Feature> stored;
  private final PostgisStore store;
  private final EventIndex index;
  private int answered;
  private int found;
  private int crossed;

  IndexAnswersTest(DatabaseAddress address) throws Exception {
    IndexedEvents events = IndexedEvents.of(address, random, 1_500);
    store = events.store();
    index = events.index();
    stored = events.stored();
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void everyQuestionOfEveryCallerHasTheAnswerOfTheDatabase() throws Exception {
    answered = 0;
    found = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      compare("question " + i);
    }
    System.out.printf(
        "seed %d: %d questions, %d answered, %s, %d features found%n",
        SEED, 2 * QUESTIONS, answered, plans(), found);
    // an index that leaves everything to the database would prove nothing
    assertThat(answered).isGreaterThan(2 * QUESTIONS * 9 / 10);
    for (Plan plan : Plan.values()) {
      assertThat(selector.counts().get(plan))
          .as("seed %s, %s", SEED, plan)
          .isGreaterThan(plan == Plan.DATABASE ? -1 : QUESTIONS / 50);
    }
    assertThat(found).isGreaterThan(10 * QUESTIONS);
    assertThat(crossed).isGreaterThan(QUESTIONS);
  }

  @Test
  void theAnswersStayTheSameWhateverIsWrittenInBetween() throws Exception {
    answered = 0;
    found = 0;
    for (int round = 0; round < ROUNDS; round++) {
      writeSomething(round);
      index.follow();
      assertThat(index.snapshot().position())
          .as("seed %s, round %s", SEED, round)
          .isEqualTo(store.copySource().head());
      for (int i = 0; i < 8; i++) {
        compare("round " + round);
      }
    }
    System.out.printf("seed %d: %d rounds, %d answered, %s%n", SEED, ROUNDS, answered, plans());
    assertThat(answered).isGreaterThan(12 * ROUNDS);
  }

  @Test
  void anIndexBuiltWhileOthersWriteIsTheStateOfTheLog() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    RandomEvents others = new RandomEvents(SEED + 1);
    Thread writer =
        new Thread(
            () -> {
              FeatureStore all = store.as(ALL);
              try {
                while (!done.get()) {
                  Feature made = all.write(w -> w.insert(others.feature("incident")));
                  Feature moved = others.after(made);
                  Feature replaced = all.write(w -> w.replace(moved, made.version()));
                  if (others.chance(0.3)) {
                    all.write(
                        w -> {
                          w.delete("incident", replaced.id(), replaced.version());
                          return true;
                        });
                  }
                }
              } catch (Exception e) {
                failure.set(e);
              }
            });
    writer.start();
    List<EventIndex> built = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      EventIndex each = new EventIndex(store.copySource(), RandomEvents.CATALOG);
      each.build(4);
      built.add(each);
    }
    done.set(true);
    writer.join();
    assertThat(failure.get()).isNull();
    for (EventIndex each : built) {
      each.follow();
      for (var layer : RandomEvents.CATALOG.list()) {
        assertThat(each.snapshot().find(layer.name()).orElseThrow().count())
            .as("seed %s, %s", SEED, layer.name())
            .isEqualTo(store.as(ALL).count(FeatureQuery.of(layer)));
      }
    }
    index.follow();
  }

  /** The control: were the caller left out of the plan, the comparison would notice. */
  @Test
  void anIndexThatForgetsTheCallerIsNoticed() throws Exception {
    // its own: what it finds for a few would be kept as what everybody sees
    Selector careless = new Selector(random::choose);
    int different = 0;
    for (int i = 0; i < 50; i++) {
      Access access = random.access();
      FeatureQuery query = random.query(access);
      Summary.Request request = random.request(query.layer());
      Optional<Summary> forgetful =
          new IndexedFeatureStore(store.as(access), ALL, careless, States.of(index.snapshot()))
              .find(query, request);
      Summary truth = store.as(access).summarise(query, request);
      if (forgetful.isPresent() && !forgetful.get().equals(truth)) {
        different++;
      }
    }
    assertThat(different).as("seed %s", SEED).isGreaterThan(10);
  }

  @Test
  void anImportAndItsUndoAreFollowed() throws Exception {
    FeatureStore all = store.as(ALL);
    FeatureQuery incidents = FeatureQuery.of(RandomEvents.CATALOG.get("incident"));
    long before = all.count(incidents);
    Batch batch;
    try (BulkLoad load = all.open("incident", "many")) {
      for (int i = 0; i < 6_000; i++) {
        Provenance named = new Provenance("many", "n" + i, null, Map.of());
        load.add(random.feature("incident").withProvenance(named));
      }
      batch = load.commit();
    }
    index.follow();
    assertThat(index.snapshot().find("incident").orElseThrow().count()).isEqualTo(before + 6_000);
    for (int i = 0; i < 40; i++) {
      compare("import");
    }
    all.undo(batch.id());
    index.follow();
    assertThat(index.snapshot().find("incident").orElseThrow().count()).isEqualTo(before);
    compare("undo");
  }

  private void writeSomething(int round) throws Exception {
    FeatureStore all = store.as(ALL);
    if (round % 10 == 9) {
      // marks alone, several layers and a deletion in one transaction
      all.write(
          writing -> {
            for (int i = 0; i < 30; i++) {
              stored.add(writing.insert(random.feature(random.layer())));
            }
            Feature gone = stored.remove(random.upTo(stored.size()));
            writing.delete(gone.layer(), gone.id(), gone.version());
            return true;
          });
      return;
    }
    int at = random.upTo(stored.size());
    Feature old = stored.get(at);
    Feature next = random.after(old);
    stored.set(at, all.write(writing -> writing.replace(next, old.version())));
  }

  /** Once, and once more about another time: what was found for the one may serve the other. */
  private void compare(String where) throws Exception {
    Access access = random.access();
    FeatureQuery query = random.query(access);
    compare(where, access, query);
    compare(where, access, query.withDatetime(random.query(access).datetime()));
  }

  private void compare(String where, Access access, FeatureQuery query) {
    Summary.Request request = random.request(query.layer());
    FeatureStore behind = store.as(access);
    Optional<Summary> answer =
        new IndexedFeatureStore(behind, access, selector, States.of(index.snapshot()))
            .find(query, request);
    Summary truth = behind.summarise(query, request);
    if (answer.isPresent()) {
      answered++;
      found += (int) truth.count();
      assertThat(answer.get())
          .as("seed %s, %s: %s %s as %s", SEED, where, query, request, access)
          .isEqualTo(truth);
    }
    compareCrossTables(where, access, query, behind);
  }

  private void compareCrossTables(
      String where, Access access, FeatureQuery query, FeatureStore behind) {
    CrossTable.Request request = random.crossRequest(query.layer());
    new IndexedFeatureStore(behind, access, selector, States.of(index.snapshot()))
        .find(query, request)
        .ifPresent(
            answer -> {
              crossed++;
              assertThat(answer)
                  .as("seed %s, %s: %s %s as %s", SEED, where, query, request, access)
                  .isEqualTo(behind.crossTable(query, request));
            });
  }

  private String plans() {
    return Arrays.stream(Plan.values())
        .map(plan -> selector.counts().get(plan) + " " + plan)
        .collect(Collectors.joining(", "));
  }
}
