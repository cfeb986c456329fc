package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.Batch.Counts;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkLoadTest {

  private static final Author AUTHOR = new Author("test");
  private static final Layer INCIDENT = Incidents.CATALOG.get("incident");

  private static final AtomicInteger SYSTEMS = new AtomicInteger();

  private PostgisStore root;
  private FeatureStore store;
  private String system;

  private DatabaseAddress address;

  @BeforeAll
  void open(DatabaseAddress given) {
    address = given;
    root = PostgisStore.open(given, Incidents.CATALOG);
    store = root.as(Access.everything(AUTHOR));
  }

  @AfterAll
  void close() {
    root.close();
  }

  /** A source system of each test's own keeps their identities apart. */
  @BeforeEach
  void ownSystem() {
    system = "system-" + SYSTEMS.incrementAndGet();
  }

  private List<Feature> file(int n, long seed) {
    List<Feature> features = new ArrayList<>();
    List<Feature> random = Incidents.random(n, seed);
    for (int i = 0; i < n; i++) {
      features.add(Incidents.withSource(random.get(i), system, "id-" + i));
    }
    return features;
  }

  private Batch load(List<Feature> features) throws BadInputException {
    try (BulkLoad load = store.open("incident", "file.csv")) {
      for (Feature feature : features) {
        load.add(feature);
      }
      return load.commit();
    }
  }

  private Feature stored(Feature sent) {
    return store.find("incident", sent.id()).orElseThrow();
  }

  @Test
  void everyFeatureOfALoadIsStoredAsItWas() throws Exception {
    List<Feature> file = file(200, 1);
    Batch batch = load(file);
    assertThat(batch.counts()).isEqualTo(new Counts(200, 0, 0, 0));
    for (Feature sent : file) {
      Feature stored = stored(sent);
      assertThat(stored.properties()).isEqualTo(sent.properties());
      assertThat(stored.geometry()).isEqualTo(sent.geometry());
      assertThat(stored.validTime()).isEqualTo(sent.validTime());
      assertThat(stored.radiusMetres()).isEqualTo(sent.radiusMetres());
      assertThat(stored.locationClass()).isEqualTo(sent.locationClass());
      assertThat(stored.provenance()).isEqualTo(sent.provenance().withBatch(batch.id()));
      assertThat(stored.version()).isEqualTo(1);
    }
    assertThat(store.batches()).first().isEqualTo(batch);
  }

  @Test
  void anImportOfTheSameFileTwiceChangesNothing() throws Exception {
    List<Feature> file = file(50, 2);
    load(file);
    Feature before = stored(file.get(0));
    List<Feature> again = file(50, 2);
    assertThat(load(again).counts()).isEqualTo(new Counts(0, 0, 50, 0));
    assertThat(stored(file.get(0))).isEqualTo(before);
    assertThat(store.history("incident", file.get(0).id())).hasSize(1);
    assertThat(store.find("incident", again.get(0).id())).isEmpty();
  }

  @Test
  void aCorrectedFileUpdatesWhatDiffersAndKeepsTheIds() throws Exception {
    List<Feature> file = file(50, 3);
    load(file);
    List<Feature> corrected = file(50, 3);
    corrected.set(
        7, Incidents.withProperties(corrected.get(7), Map.of("title", "corrected title")));
    corrected.add(Incidents.withSource(Incidents.at(3, 3), system, "new"));
    assertThat(load(corrected).counts()).isEqualTo(new Counts(1, 1, 49, 0));
    Feature updated = stored(file.get(7));
    assertThat(updated.version()).isEqualTo(2);
    assertThat(updated.properties()).containsEntry("title", "corrected title");
  }

  @Test
  void aPreviewCountsWithoutWriting() throws Exception {
    List<Feature> file = file(20, 4);
    load(file);
    LogPosition before = store.position();
    long count = store.count(FeatureQuery.of(INCIDENT));
    try (BulkLoad load = store.open("incident", "preview")) {
      List<Feature> changed = file(21, 4);
      changed.set(0, Incidents.withProperties(changed.get(0), Map.of("title", "x")));
      for (Feature feature : changed) {
        load.add(feature);
      }
      assertThat(load.preview()).isEqualTo(new Counts(1, 1, 19, 0));
      load.add(Incidents.withSource(Incidents.at(1, 1), system, "one more"));
      assertThat(load.preview()).isEqualTo(new Counts(2, 1, 19, 0));
    }
    assertThat(store.position()).isEqualTo(before);
    assertThat(store.count(FeatureQuery.of(INCIDENT))).isEqualTo(count);
  }

  @Test
  void ofTwoRowsWithOneIdentityTheLastCounts() throws Exception {
    Feature first = Incidents.withSource(Incidents.at(1, 1), system, "same");
    Feature last =
        Incidents.withSource(
            Incidents.withProperties(Incidents.at(2, 2), Map.of("title", "last")), system, "same");
    assertThat(load(List.of(first, last)).counts()).isEqualTo(new Counts(1, 0, 0, 1));
    assertThat(store.find("incident", first.id())).isEmpty();
    assertThat(stored(last).properties()).containsEntry("title", "last");
  }

  @Test
  void rowsWithoutASourceIdAreAlwaysInserted() throws Exception {
    Feature nameless = Incidents.at(1, 1);
    assertThat(load(List.of(nameless)).counts().inserted()).isEqualTo(1);
    assertThat(load(List.of(Incidents.at(1, 1))).counts().inserted()).isEqualTo(1);
  }

  @Test
  void aBadFeatureIsRefusedAndTheOthersStay() throws Exception {
    try (BulkLoad load = store.open("incident", "bad row")) {
      load.add(Incidents.withSource(Incidents.at(1, 1), system, "good"));
      assertThatThrownBy(() -> load.add(Incidents.withSource(Incidents.at(181, 0), system, "bad")))
          .isInstanceOf(BadInputException.class);
      assertThat(load.commit().counts()).isEqualTo(new Counts(1, 0, 0, 0));
    }
  }

  @Test
  void anUndoneLoadRestoresWhatWasBeforeAndKeepsWhatWasEditedSince() throws Exception {
    List<Feature> file = file(10, 5);
    load(file);
    List<Feature> next = file(14, 5);
    for (int i = 0; i < 4; i++) {
      next.set(i, Incidents.withProperties(next.get(i), Map.of("title", "worse " + i)));
    }
    Batch batch = load(next);
    assertThat(batch.counts()).isEqualTo(new Counts(4, 4, 6, 0));
    Feature edited = stored(file.get(0));
    store.write(
        w ->
            w.replace(
                Incidents.withProperties(edited, Map.of("title", "by hand")), edited.version()));
    Map<String, Object> before = file.get(1).properties();

    assertThat(store.undo(batch.id())).isEqualTo(new Batch.Undo(4, 3, 1));

    assertThat(stored(file.get(1)).properties()).isEqualTo(before);
    assertThat(stored(file.get(1)).version()).isEqualTo(3);
    assertThat(stored(file.get(0)).properties()).containsEntry("title", "by hand");
    assertThat(store.find("incident", next.get(10).id())).isEmpty();
    assertThat(store.history("incident", file.get(1).id()))
        .extracting(Change::operation)
        .containsExactly(Change.Operation.INSERT, Change.Operation.UPDATE, Change.Operation.UPDATE);
    assertThat(store.batches().stream().filter(Batch::undone).map(Batch::id)).contains(batch.id());
    assertThatThrownBy(() -> store.undo(batch.id()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("already");
    assertThatThrownBy(() -> store.undo(UUID.randomUUID())).isInstanceOf(BadInputException.class);
  }

  @Test
  void loadsCanBeTakenBackOneAfterTheOther() throws Exception {
    List<Feature> file = file(5, 6);
    Batch first = load(file);
    List<Feature> corrected = file(5, 6);
    corrected.set(0, Incidents.withProperties(corrected.get(0), Map.of("title", "corrected")));
    Batch second = load(corrected);
    assertThat(store.undo(second.id())).isEqualTo(new Batch.Undo(0, 1, 0));
    assertThat(load(corrected).counts()).isEqualTo(new Counts(0, 1, 4, 0));
    Batch third = store.batches().get(0);
    assertThat(store.undo(third.id())).isEqualTo(new Batch.Undo(0, 1, 0));
    assertThat(store.undo(first.id())).isEqualTo(new Batch.Undo(5, 0, 0));
    assertThat(store.find("incident", file.get(0).id())).isEmpty();
  }

  @Test
  void anEditMadeByHandStaysUntilTheFileItselfIsCorrected() throws Exception {
    List<Feature> file = file(3, 7);
    load(file);
    Feature imported = stored(file.get(0));
    Feature edited =
        store.write(
            w -> w.replace(Incidents.withProperties(imported, Map.of("status", "VERIFIED")), 1));
    try (BulkLoad again = store.open("incident", "again")) {
      for (Feature feature : file(3, 7)) {
        again.add(feature);
      }
      assertThat(again.preview()).isEqualTo(new Counts(0, 0, 3, 0));
      assertThat(again.commit().counts()).isEqualTo(new Counts(0, 0, 3, 0));
    }
    assertThat(stored(file.get(0))).isEqualTo(edited);
    List<Feature> corrected = file(3, 7);
    corrected.set(0, Incidents.withProperties(corrected.get(0), Map.of("title", "corrected")));
    assertThat(load(corrected).counts()).isEqualTo(new Counts(0, 1, 2, 0));
    assertThat(stored(file.get(0)).properties()).containsEntry("title", "corrected");
  }

  @Test
  void anExtractWithoutTheSourceRecordDoesNotTakeItAway() throws Exception {
    List<Feature> file = file(2, 8);
    load(file);
    List<Feature> extract = file(2, 8).stream().map(Incidents::withoutOriginal).toList();
    assertThat(load(extract).counts()).isEqualTo(new Counts(0, 0, 2, 0));
    Feature changed = Incidents.withProperties(extract.get(0), Map.of("title", "changed"));
    assertThat(load(List.of(changed)).counts()).isEqualTo(new Counts(0, 1, 0, 0));
    assertThat(stored(file.get(0)).provenance().original())
        .isEqualTo(file.get(0).provenance().original())
        .isNotEmpty();
  }

  @Test
  void ofTwoLoadsOfOneFileAtOnceOneFindsEverythingThereAlready() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<Batch> one = pool.submit(() -> load(file(300, 9)));
      Future<Batch> other = pool.submit(() -> load(file(300, 9)));
      assertThat(List.of(one.get().counts(), other.get().counts()))
          .containsExactlyInAnyOrder(new Counts(300, 0, 0, 0), new Counts(0, 0, 300, 0));
    } finally {
      pool.shutdown();
    }
  }

  /** With a clock of the next century our own check lets a time pass that the table refuses. */
  @Test
  void whatTheTableRefusesIsTheCallersFaultAndLeavesNothing() throws Exception {
    Clock nextCentury = Clock.fixed(Instant.parse("2126-01-01T00:00:00Z"), ZoneOffset.UTC);
    Feature late =
        Incidents.withSource(
            Incidents.at(1, 1, Instant.parse("2125-01-01T00:00:00Z"), Map.of()), system, "late");
    LogPosition before = store.position();
    try (PostgisStore next =
        PostgisStore.open(address, Incidents.CATALOG, Duration.ofSeconds(30), nextCentury)) {
      FeatureStore ahead = next.as(Access.everything(AUTHOR));
      assertThatThrownBy(() -> ahead.write(w -> w.insert(late)))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("too far in the future");
      try (BulkLoad load = ahead.open("incident", "late")) {
        load.add(Incidents.withSource(Incidents.at(1, 1), system, "good"));
        load.add(late);
        assertThatThrownBy(load::commit)
            .isInstanceOf(BadInputException.class)
            .hasMessageContaining("too far in the future");
      }
    }
    assertThat(store.position()).isEqualTo(before);
    assertThat(store.find("incident", late.id())).isEmpty();
  }

  @Test
  void anIdentityTakenByHandMeanwhileIsSeenAtCommit() throws Exception {
    try (BulkLoad load = store.open("incident", "late")) {
      load.add(Incidents.withSource(Incidents.at(1, 1), system, "contested"));
      assertThat(load.preview().inserted()).isEqualTo(1);
      Feature byHand = Incidents.withSource(Incidents.at(2, 2), system, "contested");
      store.write(w -> w.insert(byHand));
      assertThat(load.commit().counts()).isEqualTo(new Counts(0, 1, 0, 0));
      assertThat(stored(byHand).geometry().getCoordinate().x).isEqualTo(1);
    }
  }
}
