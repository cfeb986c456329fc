package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.cql2.Cql2Text;

/** A layer of several segments finds what looking at every feature finds. */
class ManySegmentsTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final int EVENTS = 150_000;
  private static final int QUESTIONS = 60;
  private static final Layer LAYER = RandomEvents.CATALOG.get("incident");
  private static final Access ALL = Access.everything(new Author("test"));

  @Test
  void everyWayThroughTheSegmentsFindsTheSameFeatures() throws Exception {
    List<Feature> features = new ArrayList<>();
    new MadeUpEvents(EVENTS, 4).forEach(LAYER, 0, 1, features::add);
    IndexedFilters index = new IndexedFilters(LAYER, features, filter -> Set.of());
    Random random = new Random(SEED);
    long found = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      FeatureQuery query = FeatureQuery.of(LAYER);
      Predicate<Feature> expected = feature -> true;
      if (random.nextInt(3) > 0) {
        TimeSpan window = window(random);
        query = query.withDatetime(window);
        expected = expected.and(feature -> meets(feature, window));
      }
      if (random.nextInt(3) == 0) {
        BoundingBox box = box(random);
        query = query.withBbox(box);
        expected = expected.and(feature -> isIn(feature, box));
      } else if (random.nextBoolean()) {
        Polygon area = area(random);
        query = query.withArea(area);
        expected = expected.and(feature -> area.intersects(feature.geometry()));
      }
      if (random.nextBoolean()) {
        query =
            query.withFilter(
                Queryables.of(LAYER).check(Cql2Text.parse("type = 'RIOTS' AND severity > 2")));
        expected =
            expected.and(
                feature ->
                    "RIOTS".equals(feature.properties().get("type"))
                        && (Long) feature.properties().get("severity") > 2);
      }
      Set<String> wanted =
          features.stream()
              .filter(expected)
              .map(feature -> feature.id().toString())
              .collect(Collectors.toSet());
      assertThat(index.select(query, ALL))
          .as("seed %s, question %s: %s", SEED, i, query)
          .isEqualTo(wanted);
      found += wanted.size();
    }
    assertThat(found).isGreaterThan(10L * EVENTS / 100);
  }

  private static TimeSpan window(Random random) {
    Instant from =
        Instant.parse("2015-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(5_256_000));
    return new TimeSpan(from, from.plusSeconds(86_400L << random.nextInt(12)));
  }

  private static boolean meets(Feature feature, TimeSpan window) {
    TimeSpan time = feature.validTime();
    return time.start().isBefore(window.end())
        && (!time.start().isBefore(window.start())
            || (time.end() != null && time.end().isAfter(window.start())));
  }

  private static BoundingBox box(Random random) {
    double west = random.nextInt(200) / 10.0;
    double south = random.nextInt(200) / 10.0;
    return new BoundingBox(west, south, west + random.nextInt(40) / 10.0, south + 2.5);
  }

  private static boolean isIn(Feature feature, BoundingBox box) {
    Point point = (Point) feature.geometry();
    return point.getX() >= box.west()
        && point.getX() <= box.east()
        && point.getY() >= box.south()
        && point.getY() <= box.north();
  }

  private static Polygon area(Random random) {
    Coordinate[] corners = new Coordinate[30];
    double x = random.nextDouble() * 20;
    double y = random.nextDouble() * 20;
    for (int i = 0; i < corners.length - 1; i++) {
      double angle = 2 * Math.PI * i / (corners.length - 1);
      double radius = 0.3 + 4 * random.nextDouble();
      corners[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    corners[corners.length - 1] = corners[0];
    return new GeometryFactory().createPolygon(corners);
  }
}
