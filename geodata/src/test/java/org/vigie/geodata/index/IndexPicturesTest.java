package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Picture;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;

/** What the index draws is what the database draws, to the last digit and in the same order. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexPicturesTest {

  private static final int QUESTIONS = Integer.getInteger("vigie.questions", 400);
  private static final int ROUNDS = Integer.getInteger("vigie.rounds", 40);
  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final Access ALL = Access.everything(new Author("test"));
  private static final Layer INCIDENT = RandomEvents.CATALOG.get("incident");

  private enum Kind {
    POINTS,
    CELLS,
    LEFT
  }

  private final RandomEvents random = new RandomEvents(SEED);
  private final Selector selector = new Selector();
  private final List<Feature> stored;
  private final PostgisStore store;
  private final EventIndex index;
  private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
  private long drawn;

  IndexPicturesTest(DatabaseAddress address) throws Exception {
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
  void everyPictureOfEveryCallerIsTheOneOfTheDatabase() throws Exception {
    begin();
    for (int i = 0; i < QUESTIONS; i++) {
      compare("question " + i);
    }
    System.out.printf("seed %d: %s pictures, %d features%n", SEED, kinds, drawn);
    // an index that leaves everything to the database would prove nothing
    assertThat(kinds.get(Kind.POINTS)).isGreaterThan(QUESTIONS / 6);
    assertThat(kinds.get(Kind.CELLS)).isGreaterThan(QUESTIONS / 6);
    assertThat(kinds.get(Kind.LEFT)).isLessThan(QUESTIONS / 3);
    assertThat(drawn).isGreaterThan(10L * QUESTIONS);
  }

  @Test
  void thePicturesStayTheSameWhateverIsWrittenInBetween() throws Exception {
    begin();
    for (int round = 0; round < ROUNDS; round++) {
      int at = random.upTo(stored.size());
      Feature old = stored.get(at);
      Feature next = random.after(old);
      Feature more = random.feature("incident");
      store
          .as(ALL)
          .write(
              writing -> {
                stored.set(at, writing.replace(next, old.version()));
                stored.add(writing.insert(more));
                return true;
              });
      index.follow();
      for (int i = 0; i < 4; i++) {
        compare("round " + round);
      }
    }
    System.out.printf("seed %d: %d rounds, %s pictures%n", SEED, ROUNDS, kinds);
    assertThat(kinds.get(Kind.LEFT)).isLessThan(2 * ROUNDS);
  }

  /** Many of one cell: the mean must not depend on the order in which they are added up. */
  @Test
  void meansOfManyAreTheSameToTheLastDigit() throws Exception {
    FeatureStore all = store.as(ALL);
    for (int zoom = 0; zoom <= PictureRequest.MAX_ZOOM; zoom++) {
      PictureRequest request = new PictureRequest(zoom, 100, false);
      for (String layer : List.of("incident", "base", "place")) {
        FeatureQuery query = FeatureQuery.of(RandomEvents.CATALOG.get(layer));
        Picture truth = all.picture(query, request);
        if (truth instanceof Picture.Cells) {
          same("zoom " + zoom + " of " + layer, indexed(ALL).find(query, request), truth);
        }
      }
    }
  }

  @Test
  void aPlaceThatIsKeptAsACellOfTenKilometresIsDrawnThere() throws Exception {
    FeatureStore all = store.as(ALL);
    Feature feature = random.feature("incident");
    Map<String, Object> properties = new HashMap<>(feature.properties());
    properties.put("flags", List.of("CRSV"));
    Coordinate exact = new Coordinate(33.123456789, 11.987654321);
    Feature protectedOne =
        feature
            .withProperties(properties)
            .withGeometry(new GeometryFactory(new PrecisionModel(), 4326).createPoint(exact));
    stored.add(all.write(writing -> writing.insert(protectedOne)));
    index.follow();
    FeatureQuery query =
        FeatureQuery.of(INCIDENT).withBbox(new BoundingBox(32.5, 11.5, 33.5, 12.5));
    PictureRequest request = new PictureRequest(8, 10, false);
    Picture truth = all.picture(query, request);
    Optional<Picture> mine = indexed(ALL).find(query, request);
    same("seed " + SEED, mine, truth);
    assertThat(((Picture.Points) mine.orElseThrow()).lon()).hasSize(1).doesNotContain(exact.x);
  }

  /** The control: were the caller left out of the plan, the comparison would notice. */
  @Test
  void anIndexThatForgetsTheCallerIsNoticed() throws Exception {
    int different = 0;
    for (int i = 0; i < 50; i++) {
      Access access = random.access();
      FeatureQuery query = random.query(access);
      PictureRequest request = random.pictureRequest(query);
      Optional<Picture> forgetful = indexed(ALL).find(query, request);
      Picture truth = store.as(access).picture(query, request);
      if (forgetful.isPresent() && forgetful.get().count() != truth.count()) {
        different++;
      }
    }
    assertThat(different).as("seed %s", SEED).isGreaterThan(10);
  }

  private void begin() {
    for (Kind kind : Kind.values()) {
      kinds.put(kind, 0);
    }
    drawn = 0;
  }

  private IndexedFeatureStore indexed(Access access) {
    return new IndexedFeatureStore(store.as(access), access, selector, States.of(index.snapshot()));
  }

  private void compare(String where) throws Exception {
    Access access = random.access();
    FeatureQuery query = random.query(access);
    PictureRequest request = random.pictureRequest(query);
    Optional<Picture> mine = indexed(access).find(query, request);
    Picture truth = store.as(access).picture(query, request);
    if (mine.isEmpty()) {
      kinds.merge(Kind.LEFT, 1, Integer::sum);
      return;
    }
    kinds.merge(truth instanceof Picture.Cells ? Kind.CELLS : Kind.POINTS, 1, Integer::sum);
    drawn += truth.count();
    same("seed " + SEED + ", " + where + ": " + query + request + " as " + access, mine, truth);
  }

  /** Field by field: records of arrays are equal only to themselves. */
  private static void same(String what, Optional<Picture> mine, Picture truth) {
    assertThat(mine).as(what).isPresent();
    assertThat(mine.get())
        .as(what)
        .usingRecursiveComparison()
        .withEqualsForType((one, other) -> Double.compare(one, other) == 0, Double.class)
        .isEqualTo(truth);
    assertThat(mine.get().count()).as(what).isEqualTo(truth.count());
  }
}
