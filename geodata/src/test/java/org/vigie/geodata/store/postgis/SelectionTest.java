package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;

/** Which features a box, an area and a time mean. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelectionTest {

  private static final Author AUTHOR = new Author("test");
  private static final Layer INCIDENT = Incidents.CATALOG.get("incident");

  private PostgisStore root;
  private FeatureStore store;

  @BeforeAll
  void open(DatabaseAddress address) {
    root = PostgisStore.open(address, Incidents.CATALOG);
    store = root.as(Access.everything(AUTHOR));
  }

  @AfterAll
  void close() {
    root.close();
  }

  private static Feature feature(Layer layer, Geometry geometry, TimeSpan time) {
    return new Feature(
        FeatureId.random(),
        layer.name(),
        geometry,
        time,
        null,
        null,
        null,
        Classification.UNCLASSIFIED,
        Set.of(),
        layer.equals(INCIDENT)
            ? Map.of("type", "CRIME")
            : Map.of("name", "Base", "base_type", "TOB"),
        Provenance.own(),
        0,
        null);
  }

  private Feature insert(Feature feature) throws Exception {
    return store.write(w -> w.insert(feature));
  }

  @Test
  void aBoxAcrossTheAntimeridianHasBothSidesAndNotTheRestOfTheWorld() throws Exception {
    insert(Incidents.at(179.5, -45));
    insert(Incidents.at(-179.5, -45));
    insert(Incidents.at(180, -45));
    insert(Incidents.at(0, -45));
    FeatureQuery query = FeatureQuery.of(INCIDENT);
    assertThat(store.count(query.withBbox(new BoundingBox(179, -46, -179, -44)))).isEqualTo(3);
    assertThat(store.count(query.withBbox(new BoundingBox(-179, -46, 179, -44)))).isEqualTo(1);
  }

  @Test
  void theBordersOfABoxBelongToItAndABoxMayBeALineOrAPoint() throws Exception {
    insert(Incidents.at(10, -60));
    FeatureQuery query = FeatureQuery.of(INCIDENT);
    assertThat(store.count(query.withBbox(new BoundingBox(10, -61, 11, -60)))).isEqualTo(1);
    assertThat(store.count(query.withBbox(new BoundingBox(10, -60, 10, -60)))).isEqualTo(1);
    assertThat(store.count(query.withBbox(new BoundingBox(10, -61, 10, -59)))).isEqualTo(1);
    assertThat(store.count(query.withBbox(new BoundingBox(10.000000001, -61, 11, -59)))).isZero();
  }

  @Test
  void anAreaHasWhatIsInsideNotWhatIsInItsBox() throws Exception {
    insert(Incidents.at(0.5, 70.1));
    insert(Incidents.at(0.1, 70.9));
    Geometry triangle = new WKTReader().read("POLYGON((0 70, 1 70, 1 71, 0 70))");
    assertThat(store.count(FeatureQuery.of(INCIDENT).withArea(triangle))).isEqualTo(1);
  }

  @Test
  void anAreaThatCrossesItselfIsRefused() throws Exception {
    Geometry bowTie = new WKTReader().read("POLYGON((0 0, 1 1, 0 1, 1 0, 0 0))");
    assertThatThrownBy(() -> store.count(FeatureQuery.of(INCIDENT).withArea(bowTie)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFeatureWithoutAPlaceIsInNoBoxButCounts() throws Exception {
    Instant alone = Instant.parse("1950-01-01T00:00:00Z");
    insert(feature(INCIDENT, null, new TimeSpan(alone, null)));
    FeatureQuery then =
        FeatureQuery.of(INCIDENT).withDatetime(TimeSpan.of(alone, alone.plusSeconds(1)));
    assertThat(store.count(then)).isEqualTo(1);
    assertThat(store.count(then.withBbox(new BoundingBox(-180, -90, 180, 90)))).isZero();
    assertThat(
            store
                .summarise(
                    then,
                    new org.vigie.geodata.store.Summary.Request(
                        "", org.vigie.geodata.store.Summary.Step.NONE, List.of()))
                .unmapped())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    // an instant at noon of the 10th
    "incident,2001-05-10T12:00:00Z,,2001-05-10T12:00:00Z,2001-05-11T00:00:00Z,true",
    "incident,2001-05-10T12:00:00Z,,2001-05-10T00:00:00Z,2001-05-10T12:00:00Z,false",
    "incident,2001-05-10T12:00:00Z,,2001-05-10T12:00:00Z,2001-05-10T12:00:00Z,true",
    "incident,2001-05-10T12:00:00Z,,2001-05-10T12:00:01Z,,false",
    "incident,2001-05-10T12:00:00Z,,,2001-05-10T12:00:00Z,false",
    "incident,2001-05-10T12:00:00Z,,,2001-05-10T12:00:01Z,true",
    // the whole of the 10th
    "incident,2001-05-10T00:00:00Z,2001-05-11T00:00:00Z,2001-05-11T00:00:00Z,,false",
    "incident,2001-05-10T00:00:00Z,2001-05-11T00:00:00Z,2001-05-10T23:59:59Z,,true",
    "incident,2001-05-10T00:00:00Z,2001-05-11T00:00:00Z,2001-05-10T08:00:00Z,2001-05-10T08:00:00Z,true",
    "incident,2001-05-10T00:00:00Z,2001-05-11T00:00:00Z,2001-05-11T00:00:00Z,2001-05-11T00:00:00Z,false",
    // a year, longer than the window that the index on the start is read with
    "incident,2001-01-01T00:00:00Z,2002-01-01T00:00:00Z,2001-11-01T00:00:00Z,2001-11-02T00:00:00Z,true",
    "incident,2001-01-01T00:00:00Z,2002-01-01T00:00:00Z,2002-01-01T00:00:00Z,2002-02-01T00:00:00Z,false",
    "incident,2001-01-01T00:00:00Z,2002-01-01T00:00:00Z,2000-11-01T00:00:00Z,2001-01-01T00:00:00Z,false",
    // a state without an end goes on
    "base,2001-05-10T12:00:00Z,,2015-01-01T00:00:00Z,2015-01-02T00:00:00Z,true",
    "base,2001-05-10T12:00:00Z,,2001-01-01T00:00:00Z,2001-05-10T12:00:00Z,false",
    "base,,2001-05-10T12:00:00Z,1990-01-01T00:00:00Z,1990-01-02T00:00:00Z,true",
    "base,,2001-05-10T12:00:00Z,2001-05-10T12:00:00Z,2002-01-01T00:00:00Z,false",
    "base,,,2001-05-10T12:00:00Z,2001-05-10T12:00:00Z,true",
  })
  void aSpanMeetsAFeatureWhenTheyHaveAMomentInCommon(
      String layerName, Instant from, Instant to, Instant a, Instant b, boolean meets)
      throws Exception {
    Layer layer = Incidents.CATALOG.get(layerName);
    TimeSpan time = from == null && to == null ? null : new TimeSpan(from, to);
    Feature stored = insert(feature(layer, Incidents.at(33, -33).geometry(), time));
    try {
      List<FeatureId> found = new ArrayList<>();
      store.forEach(
          FeatureQuery.of(layer).withDatetime(new TimeSpan(a, b)), f -> found.add(f.id()));
      assertThat(found.contains(stored.id())).isEqualTo(meets);
    } finally {
      store.write(
          w -> {
            w.delete(layerName, stored.id(), 1);
            return true;
          });
    }
  }

  @Test
  void timelessFeaturesAlwaysPass() throws Exception {
    Layer river = Incidents.CATALOG.get("river");
    Feature stored =
        insert(
            new Feature(
                FeatureId.random(),
                "river",
                new WKTReader().read("LINESTRING(0 0, 1 1)"),
                null,
                null,
                null,
                null,
                Classification.UNCLASSIFIED,
                Set.of(),
                Map.of(),
                Provenance.own(),
                0,
                null));
    Instant past = Instant.parse("1901-01-01T00:00:00Z");
    List<Feature> found = new ArrayList<>();
    store.forEach(
        FeatureQuery.of(river).withDatetime(TimeSpan.of(past, past.plusSeconds(1))), found::add);
    assertThat(found).containsExactly(stored);
  }

  @Test
  void theIndexedConditionOnTimeAgreesWithThePlainOne() throws Exception {
    long seed = 20_250_101;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Instant epoch = Instant.parse("1970-01-01T00:00:00Z");
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Instant from = epoch.plusSeconds(86_400L * random.nextInt(400));
      int days = new int[] {0, 1, 1, 7, 30, 31, 32, 90, 365}[random.nextInt(9)];
      Instant to = random.nextInt(3) == 0 ? null : from.plusSeconds(86_400L * days);
      Feature f = feature(INCIDENT, Incidents.at(44, -44).geometry(), new TimeSpan(from, to));
      features.add(insert(f));
    }
    for (int i = 0; i < 200; i++) {
      Instant a = epoch.plusSeconds(43_200L * random.nextInt(900));
      Instant b = a.plusSeconds(43_200L * random.nextInt(100));
      long expected = features.stream().filter(f -> meets(f.validTime(), a, b)).count();
      assertThat(
              store.count(
                  FeatureQuery.of(INCIDENT)
                      .withBbox(new BoundingBox(43, -45, 45, -43))
                      .withDatetime(new TimeSpan(a, b))))
          .as("%s to %s", a, b)
          .isEqualTo(expected);
    }
  }

  private static boolean meets(TimeSpan feature, Instant a, Instant b) {
    Instant from = feature.start();
    Instant to = feature.end();
    boolean instant = to == null || to.equals(from);
    if (a.equals(b)) {
      return instant ? from.equals(a) : !from.isAfter(a) && to.isAfter(a);
    }
    return instant ? !from.isBefore(a) && from.isBefore(b) : from.isBefore(b) && to.isAfter(a);
  }
}
