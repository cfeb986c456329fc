package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonReader;
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
import org.vigie.geodata.store.Picture;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.geodata.store.Summary;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SummaryAndPictureTest {

  private static final Layer INCIDENT = Incidents.CATALOG.get("incident");
  private static final int N = 500;

  private PostgisStore root;
  private FeatureStore store;
  private final List<Feature> features = Incidents.random(N, 42);

  @BeforeAll
  void fill(DatabaseAddress address) throws Exception {
    root = PostgisStore.open(address, Incidents.CATALOG);
    store = root.as(Access.everything(new Author("test")));
    store.write(
        w -> {
          for (Feature feature : features) {
            w.insert(feature);
          }
          return true;
        });
  }

  @AfterAll
  void close() {
    root.close();
  }

  @Test
  void aSummaryAgreesWithCountingByHand() {
    BoundingBox box = new BoundingBox(2, 2, 8, 8);
    Summary summary =
        store.summarise(
            FeatureQuery.of(INCIDENT).withBbox(box),
            new Summary.Request("type", Summary.Step.MONTH, List.of("killed_best")));
    List<Feature> inside =
        features.stream()
            .filter(
                f -> {
                  Coordinate c = f.geometry().getCoordinate();
                  return c.x >= 2 && c.x <= 8 && c.y >= 2 && c.y <= 8;
                })
            .toList();
    assertThat(summary.count()).isEqualTo(inside.size());
    assertThat(summary.unmapped()).isZero();
    assertThat(summary.sums().get("killed_best"))
        .isEqualTo(
            inside.stream()
                .mapToLong(f -> (Long) f.properties().getOrDefault("killed_best", 0L))
                .sum());
    Map<String, Long> byType =
        inside.stream()
            .collect(
                Collectors.groupingBy(
                    f -> (String) f.properties().get("type"), Collectors.counting()));
    assertThat(summary.groups())
        .allSatisfy(g -> assertThat(g.count()).isEqualTo(byType.get(g.value())))
        .hasSameSizeAs(byType.keySet());
    assertThat(summary.groups()).isSortedAccordingTo((a, b) -> Long.compare(b.count(), a.count()));
    Map<LocalDate, Long> byMonth =
        inside.stream()
            .collect(
                Collectors.groupingBy(
                    f ->
                        f.validTime()
                            .start()
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDate()
                            .withDayOfMonth(1),
                    TreeMap::new,
                    Collectors.counting()));
    Map<LocalDate, Long> periods = new TreeMap<>();
    summary.periods().forEach(p -> periods.put(p.start(), p.count()));
    assertThat(periods).isEqualTo(byMonth);
    assertThat(summary.periods())
        .allSatisfy(
            p ->
                assertThat(p.byGroup().values().stream().mapToLong(n -> n).sum())
                    .isEqualTo(p.count()));
    assertThat(summary.asOf()).isEqualTo(store.position());
  }

  @Test
  void weeksStartOnMonday() {
    Summary summary =
        store.summarise(
            FeatureQuery.of(INCIDENT), new Summary.Request("", Summary.Step.WEEK, List.of()));
    assertThat(summary.periods())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.start().getDayOfWeek()).hasToString("MONDAY"));
  }

  @Test
  void aFeatureWithSeveralCodesCountsOnceForEachButOnceInTheTotal() throws Exception {
    Instant when = Instant.parse("2020-05-05T00:00:00Z");
    store.write(
        w -> {
          w.insert(Incidents.at(50, 50, when, Map.of("weapon", List.of("IED", "MINE"))));
          w.insert(Incidents.at(50, 50, when, Map.of("weapon", List.of("IED"))));
          return w.insert(Incidents.at(50, 50, when, Map.of()));
        });
    Summary summary =
        store.summarise(
            FeatureQuery.of(INCIDENT).withBbox(new BoundingBox(49, 49, 51, 51)),
            new Summary.Request("weapon", Summary.Step.YEAR, List.of()));
    assertThat(summary.count()).isEqualTo(3);
    assertThat(summary.groups())
        .extracting(g -> g.value() + "=" + g.count())
        .containsExactly("IED=2", "=1", "MINE=1");
    assertThat(summary.periods())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.count()).isEqualTo(3);
              assertThat(p.byGroup()).isEqualTo(Map.of("IED", 2L, "MINE", 1L, "", 1L));
            });
  }

  @Test
  void anUnknownGroupOrSumIsRefused() {
    assertThatThrownBy(
            () ->
                store.summarise(
                    FeatureQuery.of(INCIDENT),
                    new Summary.Request("no_such", Summary.Step.NONE, List.of())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                store.summarise(
                    FeatureQuery.of(INCIDENT),
                    new Summary.Request("", Summary.Step.NONE, List.of("title"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPictureHasEveryPointOnceWithItsGroup() {
    FeatureQuery query = FeatureQuery.of(INCIDENT).withBbox(new BoundingBox(0, 0, 10, 10));
    Picture.Points points =
        (Picture.Points) store.picture(query, new PictureRequest(5, 20_000, true));
    assertThat(points.count()).isEqualTo(N);
    assertThat(points.ids()).doesNotHaveDuplicates().hasSize(N);
    assertThat(points.titles()).hasSize(N);
    assertThat(points.start()).isSorted();
    Map<FeatureId, Feature> byId = features.stream().collect(Collectors.toMap(Feature::id, f -> f));
    for (int i = 0; i < N; i++) {
      Feature f = byId.get(points.ids().get(i));
      assertThat(points.lon()[i]).isEqualTo(f.geometry().getCoordinate().x);
      assertThat(points.groups().get(points.group()[i])).isEqualTo(f.properties().get("type"));
      assertThat((long) points.severity()[i])
          .isEqualTo(f.properties().getOrDefault("severity", 0L));
      assertThat(points.end()[i]).isEqualTo(Picture.NO_TIME);
    }
  }

  @Test
  void tooManyPointsBecomeCellsWhoseCountsAddUp() {
    FeatureQuery query = FeatureQuery.of(INCIDENT).withBbox(new BoundingBox(0, 0, 10, 10));
    Picture picture = store.picture(query, new PictureRequest(3, N - 1, false));
    assertThat(picture)
        .isInstanceOfSatisfying(
            Picture.Cells.class,
            cells -> {
              assertThat(cells.count()).isEqualTo(N);
              assertThat(Arrays.stream(cells.n()).sum()).isEqualTo(N);
              assertThat(cells.lon().length).isLessThan(N / 2);
              assertThat(Arrays.stream(cells.lon())).allMatch(x -> x >= 0 && x <= 10);
            });
    assertThat(store.picture(query, new PictureRequest(3, N, false)))
        .isInstanceOf(Picture.Points.class);
  }

  @Test
  void linesAreSimplifiedToTheZoomAndNeverVanish() throws Exception {
    Coordinate[] wiggle = new Coordinate[2_000];
    for (int i = 0; i < wiggle.length; i++) {
      wiggle[i] = new Coordinate(20 + i * 0.0001, 20 + Math.sin(i / 3.0) * 0.0005);
    }
    Feature track =
        new Feature(
            FeatureId.random(),
            "river",
            Incidents.WGS84.createLineString(wiggle),
            null,
            null,
            null,
            null,
            Classification.UNCLASSIFIED,
            Set.of(),
            Map.of("name", "Wiggle"),
            Provenance.own(),
            0,
            null);
    store.write(w -> w.insert(track));
    FeatureQuery rivers = FeatureQuery.of(Incidents.CATALOG.get("river"));
    int[] points = new int[2];
    for (int zoom : new int[] {0, 14}) {
      Picture.Shapes shapes = (Picture.Shapes) store.picture(rivers, PictureRequest.of(zoom));
      assertThat(shapes.count()).isEqualTo(1);
      Geometry drawn = new GeoJsonReader().read(shapes.shapes().get(0).geometry());
      points[zoom == 0 ? 0 : 1] = drawn.getNumPoints();
    }
    assertThat(points[0]).isEqualTo(2);
    assertThat(points[1]).isBetween(100, 2_000);
    assertThat(store.timeExtent(rivers)).isEmpty();
    assertThat(store.timeExtent(FeatureQuery.of(INCIDENT)).map(TimeSpan::start)).isPresent();
  }
}
