package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Matches;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;

/** The controls: small faults, made on purpose, that random questions must notice. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexFaultsTest {

  private static final int QUESTIONS = 400;
  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final Access ALL = Access.everything(new Author("test"));

  private final RandomEvents random = new RandomEvents(SEED);
  private final List<Feature> incidents = new ArrayList<>();
  private final PostgisStore store;
  private final EventIndex index;

  IndexFaultsTest(DatabaseAddress address) {
    store = PostgisStore.open(address, RandomEvents.CATALOG);
    index = new EventIndex(store.copySource(), RandomEvents.CATALOG);
  }

  @BeforeAll
  void fill() throws Exception {
    store
        .as(ALL)
        .write(
            writing -> {
              for (int i = 0; i < 300; i++) {
                incidents.add(writing.insert(random.feature("incident")));
                writing.insert(random.feature("poc-alert"));
              }
              return true;
            });
    index.build(2);
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void theIndexAsItIsHasNoFault() throws Exception {
    index.follow();
    assertThat(different(index.snapshot(), store::as)).isZero();
  }

  @Test
  void aForgottenTombstoneIsNoticed() throws Exception {
    index.follow();
    Snapshot before = index.snapshot();
    Feature gone = incidents.remove(incidents.size() - 1);
    store
        .as(ALL)
        .write(
            writing -> {
              writing.delete(gone.layer(), gone.id(), gone.version());
              return true;
            });
    index.follow();
    assertThat(different(forgetful(before), store::as)).as("seed %s", SEED).isPositive();
  }

  @Test
  void aForgottenMarkIsNoticed() throws Exception {
    index.follow();
    Snapshot before = index.snapshot();
    int at = open();
    Feature old = incidents.get(at);
    Feature raised = old.withMarks(Classification.STRICTLY_CONFIDENTIAL, Set.of("POC"));
    incidents.set(at, store.as(ALL).write(writing -> writing.replace(raised, old.version())));
    index.follow();
    assertThat(different(forgetful(before), store::as)).as("seed %s", SEED).isPositive();
  }

  /**
   * Where the index has the marks and the place it does not believe the database more than them.
   */
  @Test
  void aCarelessQueryOfIdsIsNoticedWhereTheDatabaseAloneDecides() throws Exception {
    index.follow();
    assertThat(different(index.snapshot(), access -> careless(access, "incident")))
        .as("seed %s, incidents, which are points", SEED)
        .isZero();
    assertThat(different(index.snapshot(), access -> careless(access, "poc-alert")))
        .as("seed %s, alerts, some of which are areas", SEED)
        .isPositive();
  }

  @Test
  void idsOfAnotherStateAreNoticed() throws Exception {
    index.follow();
    assertThat(different(index.snapshot(), this::lagging)).as("seed %s", SEED).isPositive();
  }

  /** The rows as they were, said to be those of now. */
  private Snapshot forgetful(Snapshot before) {
    Snapshot now = index.snapshot();
    return new Snapshot(now.position(), before.layers(), now.positions());
  }

  private int open() {
    for (int i = 0; i < incidents.size(); i++) {
      Feature each = incidents.get(i);
      if (each.classification() == Classification.UNCLASSIFIED && each.compartments().isEmpty()) {
        return i;
      }
    }
    throw new AssertionError("no open incident, seed " + SEED);
  }

  /** Finds ids in a layer as somebody who sees everything. */
  private FeatureStore careless(Access access, String layer) {
    FeatureStore careful = store.as(access);
    return finding(
        (query, among, most) -> {
          LogPosition asOf = careful.matches(query, among, most).asOf();
          FeatureStore behind = query.layer().name().equals(layer) ? store.as(ALL) : careful;
          return new Matches(asOf, behind.matches(query, among, most).ids());
        });
  }

  /** Leaves out one id, as if the feature had been written a moment later. */
  private FeatureStore lagging(Access access) {
    return finding(
        (query, among, most) -> {
          Matches now = store.as(access).matches(query, among, most);
          return new Matches(now.asOf(), now.ids().map(ids -> ids.stream().skip(1).toList()));
        });
  }

  private interface Finding {
    Matches matches(FeatureQuery query, Optional<List<FeatureId>> among, int most);
  }

  /** A store that finds ids so and does nothing else. */
  @SuppressWarnings("unchecked")
  private static FeatureStore finding(Finding finding) {
    return (FeatureStore)
        Proxy.newProxyInstance(
            FeatureStore.class.getClassLoader(),
            new Class<?>[] {FeatureStore.class},
            (proxy, method, arguments) ->
                finding.matches(
                    (FeatureQuery) arguments[0],
                    (Optional<List<FeatureId>>) arguments[1],
                    (Integer) arguments[2]));
  }

  private interface Behind {
    FeatureStore as(Access access);
  }

  /** How many of random questions have another answer than the database gives. */
  private int different(Snapshot snapshot, Behind behind) throws Exception {
    Selector selector = new Selector(random::choose);
    int different = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Access access = random.access();
      FeatureQuery query = random.query(access);
      Summary.Request request = random.request(query.layer());
      Optional<Summary> answer =
          new IndexedFeatureStore(behind.as(access), access, selector, States.of(snapshot))
              .find(query, request);
      if (answer.isPresent() && !answer.get().equals(store.as(access).summarise(query, request))) {
        different++;
      }
    }
    return different;
  }
}
