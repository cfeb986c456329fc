package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.Difference;
import org.vigie.geodata.store.Difference.Entry;
import org.vigie.geodata.store.Difference.Kind;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.store.Writing;
import org.vigie.geodata.testing.PostgisTest;

/** What a caller is told about the time between two positions, and nothing beside it. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferenceTest {

  private static final FeatureQuery ALL = FeatureQuery.of(Incidents.CATALOG.get("incident"));
  private static final Classification U = Classification.UNCLASSIFIED;
  private static final Classification C = Classification.CONFIDENTIAL;
  private static final Classification SC = Classification.STRICTLY_CONFIDENTIAL;
  private static final int PLENTY = 1_000;

  private final DatabaseAddress address;
  private PostgisStore root;
  private FeatureStore chief;

  DifferenceTest(DatabaseAddress address) {
    this.address = address;
  }

  @BeforeAll
  void open() {
    root = PostgisStore.open(address, Incidents.CATALOG);
    chief = root.as(Access.everything(new Author("chief")));
  }

  @AfterAll
  void close() {
    root.close();
  }

  private static Access access(Classification clearance, Set<String> held, boolean bounded) {
    return new Access(
        new Author("reader"),
        clearance,
        held,
        Access.ALL,
        Set.of(),
        Set.of(),
        bounded
            ? Optional.of(Incidents.WGS84.toGeometry(new Envelope(0, 5, 0, 5)))
            : Optional.empty());
  }

  private FeatureStore low() {
    return root.as(access(U, Set.of(), false));
  }

  private static Feature at(Feature feature, double lon, double lat) {
    return feature.withGeometry(Incidents.WGS84.createPoint(new Coordinate(lon, lat)));
  }

  private static List<Kind> kinds(Difference difference, Feature feature) {
    return difference.entries().stream()
        .filter(entry -> entry.feature().id().equals(feature.id()))
        .map(Entry::kind)
        .toList();
  }

  @Test
  void aRaisedFeatureIsOnlyGoneForWhoMayNotSeeItAnyMore() throws Exception {
    Feature stored = chief.write(w -> w.insert(Incidents.at(1, 1)));
    long before = chief.position().sequence();

    chief.write(w -> w.replace(stored.withMarks(SC, Set.of()), stored.version()));

    assertThat(kinds(low().difference(before, PLENTY), stored)).containsExactly(Kind.REMOVED);
    assertThat(kinds(chief.difference(before, PLENTY), stored)).containsExactly(Kind.CHANGED);
    Entry gone = low().difference(before, PLENTY).entries().get(0);
    assertThat(gone.version()).isEqualTo(stored.version());
    assertThat(gone.after()).isEmpty();
  }

  @Test
  void whatWasHiddenAtBothPositionsIsNotMentionedHoweverItWasInBetween() throws Exception {
    Feature hidden = chief.write(w -> w.insert(Incidents.at(1, 1).withMarks(SC, Set.of())));
    long before = chief.position().sequence();
    long lowBefore = low().position().sequence();
    Feature changed = chief.write(w -> w.replace(at(hidden, 2, 2), hidden.version()));
    Feature brief = chief.write(w -> w.insert(Incidents.at(1, 1)));
    chief.write(w -> w.replace(brief.withMarks(C, Set.of()), brief.version()));
    chief.write(
        w -> {
          w.delete("incident", changed.id(), changed.version());
          return true;
        });

    assertThat(low().difference(before, PLENTY).entries()).isEmpty();
    assertThat(kinds(chief.difference(before, PLENTY), hidden)).containsExactly(Kind.REMOVED);

    long quiet = chief.position().sequence();
    chief.write(w -> w.insert(Incidents.at(1, 1).withMarks(SC, Set.of())));
    Difference nothing = low().difference(quiet, PLENTY);
    assertThat(nothing.isEmpty()).isTrue();
    assertThat(nothing.position().sequence())
        .isGreaterThanOrEqualTo(lowBefore)
        .isLessThan(nothing.until());
  }

  @Test
  void moreThanIsAskedForIsToldByItsLayersAlone() throws Exception {
    long before = chief.position().sequence();
    chief.write(
        w -> {
          for (int i = 0; i < 12; i++) {
            w.insert(Incidents.at(1, 1).withMarks(C, Set.of()));
          }
          return true;
        });

    Difference crowded = chief.difference(before, 11);
    assertThat(crowded.entries()).isEmpty();
    assertThat(crowded.crowded()).containsExactly("incident");
    assertThat(chief.difference(before, 12).entries()).hasSize(12);
    assertThat(low().difference(before, 11).isEmpty()).isTrue();
  }

  /** Readers keep a copy by differences alone; it must stay what they would read afresh. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void whoAppliesDifferencesKnowsExactlyWhatHeMayRead(long seed) throws Exception {
    Random random = new Random(seed);
    List<Access> readers =
        List.of(
            access(U, Set.of(), false),
            access(C, Set.of("POC"), false),
            access(SC, Set.of(), true),
            access(SC, Access.ALL, false));
    List<Map<FeatureId, Long>> copies = new ArrayList<>();
    List<Long> positions = new ArrayList<>();
    readers.forEach(reader -> copies.add(read(reader)));
    readers.forEach(reader -> positions.add(chief.position().sequence()));
    int removed = 0;
    for (int round = 0; round < 12; round++) {
      int writes = 1 + random.nextInt(6);
      for (int i = 0; i < writes; i++) {
        chief.write(w -> writeSomething(w, random));
      }
      for (int r = 0; r < readers.size(); r++) {
        Difference difference = root.as(readers.get(r)).difference(positions.get(r), PLENTY);
        positions.set(r, difference.until());
        removed += apply(difference, copies.get(r));
        assertThat(copies.get(r))
            .as("reader %d, round %d", r, round)
            .isEqualTo(read(readers.get(r)));
      }
    }
    assertThat(removed).as("features that left somebody's view").isPositive();
    assertThat(copies.get(0).size()).isLessThan(copies.get(3).size());
  }

  private Map<FeatureId, Long> read(Access reader) {
    Map<FeatureId, Long> versions = new HashMap<>();
    root.as(reader).forEach(ALL, feature -> versions.put(feature.id(), feature.version()));
    return versions;
  }

  private static int apply(Difference difference, Map<FeatureId, Long> copy) {
    int removed = 0;
    for (Entry entry : difference.entries()) {
      FeatureId id = entry.feature().id();
      switch (entry.kind()) {
        case ADDED -> assertThat(copy.put(id, entry.version())).isNull();
        case CHANGED -> assertThat(copy.put(id, entry.version())).isLessThan(entry.version());
        case REMOVED -> {
          assertThat(copy.remove(id)).isEqualTo(entry.version());
          removed++;
        }
      }
    }
    return removed;
  }

  private boolean writeSomething(Writing writing, Random random)
      throws BadInputException, StaleVersionException {
    List<Feature> present = new ArrayList<>();
    chief.forEach(ALL, present::add);
    if (present.size() < 15 || random.nextInt(3) == 0) {
      writing.insert(
          Incidents.at(random.nextInt(10), random.nextInt(10))
              .withMarks(
                  random.nextInt(3) == 0 ? C : U,
                  random.nextInt(4) == 0 ? Set.of("POC") : Set.of()));
      return true;
    }
    Feature feature = present.get(random.nextInt(present.size()));
    switch (random.nextInt(3)) {
      case 0 -> writing.delete("incident", feature.id(), feature.version());
      case 1 ->
          writing.replace(at(feature, random.nextInt(10), random.nextInt(10)), feature.version());
      default ->
          writing.replace(
              feature.withMarks(
                  feature.classification() == U ? C : SC,
                  random.nextBoolean() ? Set.of("POC") : feature.compartments()),
              feature.version());
    }
    return true;
  }

  @Test
  void withoutThePoliciesHiddenFeaturesWouldBeTold() throws Exception {
    long before = chief.position().sequence();
    Feature hidden = chief.write(w -> w.insert(Incidents.at(1, 1).withMarks(SC, Set.of())));
    assertThat(kinds(low().difference(before, PLENTY), hidden)).isEmpty();
    Databases.execute(
        address,
        "alter table vigie.feature disable row level security;"
            + " alter table vigie.change disable row level security;"
            + " alter table vigie.latest disable row level security");
    try {
      assertThat(kinds(low().difference(before, PLENTY), hidden)).isNotEmpty();
    } finally {
      Databases.execute(
          address,
          "alter table vigie.feature enable row level security;"
              + " alter table vigie.change enable row level security;"
              + " alter table vigie.latest enable row level security");
    }
  }
}
