package org.vigie.geodata.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.vigie.geodata.model.BadInputException;

/** A place that lies farther from the border than the stated deviation is always judged right. */
class CircleAndCorridorTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final int SHAPES = Integer.getInteger("vigie.shapes", 60);
  private static final int PLACES = 400;

  private final Random random = new Random(SEED);
  private double worst;

  @Test
  void everyPlaceIsInACircleOrNotByItsDistanceFromTheCentre() throws BadInputException {
    for (int i = 0; i < SHAPES; i++) {
      double radius = Circle.LEAST_METRES * Math.pow(Circle.MOST_METRES / 10, random.nextDouble());
      LonLat centre = centre(90);
      Circle circle = Circle.of(centre.lon(), centre.lat(), radius, "area");
      Geometry polygon = circle.toPolygon();
      String what = "seed " + SEED + ", " + circle;
      assertThat(polygon.isValid()).as(what).isTrue();
      assertThat(polygon.getNumPoints()).as(what).isBetween(16, 5_000);
      IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(polygon);
      for (int k = 0; k < PLACES; k++) {
        double away = radius + circle.deviationMetres() * (4 * random.nextDouble() - 2);
        Coordinate at =
            Geodesy.destination(centre.lon(), centre.lat(), 360 * random.nextDouble(), away);
        check(what, locator, at, away - radius, circle.deviationMetres());
      }
    }
    report("circles");
  }

  @Test
  void everyPlaceIsInACorridorOrNotByItsDistanceFromTheLine() throws BadInputException {
    for (int i = 0; i < SHAPES; i++) {
      double half =
          Corridor.LEAST_METRES * Math.pow(Corridor.MOST_METRES / 10, random.nextDouble());
      Corridor corridor = Corridor.of(line(half), half, "area");
      Geometry polygon = corridor.toPolygon();
      String what = "seed " + SEED + ", " + corridor;
      assertThat(polygon.isValid()).as(what).isTrue();
      IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(polygon);
      for (int k = 0; k < PLACES; k++) {
        Coordinate at =
            beside(
                corridor.line(), half + corridor.deviationMetres() * (4 * random.nextDouble() - 2));
        double distance = distance(at, corridor.line());
        check(what, locator, at, distance - half, corridor.deviationMetres());
      }
    }
    report("corridors");
  }

  /** The control: the same places against a circle that is off by three deviations. */
  @Test
  void aCircleThatIsTooSmallIsNoticed() throws BadInputException {
    Circle circle = Circle.of(20, 5, 50_000, "area");
    double less = 50_000 - 3 * circle.deviationMetres();
    IndexedPointInAreaLocator locator =
        new IndexedPointInAreaLocator(Circle.of(20, 5, less, "area").toPolygon());
    Coordinate at = Geodesy.destination(20, 5, 77, 50_000 - 1.5 * circle.deviationMetres());
    assertThat(locator.locate(at)).isEqualTo(Location.EXTERIOR);
  }

  @Test
  void aCircleHasItsArea() throws BadInputException {
    double area = Geodesy.areaSquareMetres(Circle.of(18.55, 4.36, 25_000, "area").toPolygon());
    assertThat(area / (Math.PI * 25_000 * 25_000)).isCloseTo(1, within(1e-4));
  }

  @Test
  void aCircleOnTheAntimeridianComesInTwoPartsOfTheSameArea() throws BadInputException {
    Geometry circle = Circle.of(179.9, -16.9, 50_000, "area").toPolygon();
    assertThat(circle.getGeometryType()).isEqualTo("MultiPolygon");
    assertThat(circle.getEnvelopeInternal().getMinX()).isEqualTo(-180);
    assertThat(circle.getEnvelopeInternal().getMaxX()).isEqualTo(180);
    double elsewhere = Geodesy.areaSquareMetres(Circle.of(20, -16.9, 50_000, "area").toPolygon());
    assertThat(Geodesy.areaSquareMetres(circle)).isCloseTo(elsewhere, within(elsewhere * 1e-6));
  }

  @Test
  void aCircleAroundAPoleCoversThePole() throws BadInputException {
    for (int sign : new int[] {1, -1}) {
      Geometry circle = Circle.of(30, sign * 89.5, 200_000, "area").toPolygon();
      assertThat(circle.isValid()).isTrue();
      assertThat(circle.covers(new LonLat(-150, sign * 89.99).toPoint())).isTrue();
      assertThat(circle.covers(new LonLat(12, sign * 90).toPoint())).isTrue();
    }
  }

  @Test
  void aLineOverTheAntimeridianGoesTheShortWay() throws BadInputException {
    Corridor corridor =
        Corridor.of(List.of(new LonLat(179.5, -17), new LonLat(-179.5, -17)), 5_000, "area");
    Geometry polygon = corridor.toPolygon();
    assertThat(polygon.covers(new LonLat(180, -17).toPoint())).isTrue();
    assertThat(polygon.covers(new LonLat(0, -17).toPoint())).isFalse();
    assertThat(Geodesy.areaSquareMetres(polygon)).isBetween(1.1e9, 1.2e9);
  }

  @Test
  void whatIsTooLargeTooSmallOrNowhereIsRefusedWithWhatWouldDo() {
    refused(() -> Circle.of(20, 95, 1_000, "area"), "outside -90 to 90");
    refused(() -> Circle.of(20, 5, 9, "area"), "from 10 to 1000000");
    refused(() -> Circle.of(20, 5, 2e6, "area"), "from 10 to 1000000");
    refused(() -> Circle.of(20, 5, Double.NaN, "area"), "from 10 to 1000000");
    LonLat one = new LonLat(20, 5);
    refused(() -> Corridor.of(List.of(one), 100, "area"), "1 positions");
    refused(() -> Corridor.of(List.of(one, one), 100, "area"), "a line of 0 m");
    refused(() -> Corridor.of(List.of(one, new LonLat(60, 5)), 100, "area"), "2000 km of line");
    refused(() -> Corridor.of(List.of(one, new LonLat(20, 6)), 200_000, "area"), "each side");
    refused(
        () -> Corridor.of(List.of(new LonLat(20, 86), new LonLat(20, 84)), 100, "area"),
        "nearer to a pole");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable shape, String words) {
    assertThatThrownBy(shape).isInstanceOf(BadInputException.class).hasMessageContaining(words);
  }

  private void check(
      String what, IndexedPointInAreaLocator locator, Coordinate at, double off, double deviation) {
    boolean inside = locator.locate(at) != Location.EXTERIOR;
    if (inside != off <= 0) {
      worst = Math.max(worst, Math.abs(off) / deviation);
      assertThat(Math.abs(off)).as(what + ", at " + at).isLessThanOrEqualTo(deviation);
    }
  }

  private void report(String what) {
    System.out.printf(
        "seed %d: %d %s, judged wrong only within %.2f of the deviation%n",
        SEED, SHAPES, what, worst);
    assertThat(worst).as("places so near that the polygon may err were among them").isPositive();
  }

  private LonLat centre(double mostLatitude) {
    return switch (random.nextInt(5)) {
      case 0 -> new LonLat(180 - random.nextDouble(), 120 * random.nextDouble() - 60);
      case 1 -> new LonLat(random.nextInt(360) - 180, sign() * (mostLatitude - pole()));
      default -> new LonLat(360 * random.nextDouble() - 180, 140 * random.nextDouble() - 70);
    };
  }

  private double pole() {
    return random.nextInt(4) == 0 ? 0 : 10 * Math.pow(random.nextDouble(), 3);
  }

  private int sign() {
    return random.nextBoolean() ? 1 : -1;
  }

  private List<LonLat> line(double half) {
    List<LonLat> line = new ArrayList<>();
    LonLat at = centre(80);
    line.add(at);
    int steps = 1 + random.nextInt(8);
    double step = Math.min(200_000, half * Math.pow(100, random.nextDouble()));
    for (int i = 0; i < steps; i++) {
      Coordinate next = Geodesy.destination(at.lon(), at.lat(), 360 * random.nextDouble(), step);
      if (Math.abs(next.y) < Corridor.MOST_LATITUDE) {
        at = new LonLat(next.x, next.y);
        line.add(at);
      }
    }
    return line.size() > 1 ? line : line(half);
  }

  /** At a right angle to the line, or off one of its corners and ends in any direction. */
  private Coordinate beside(List<LonLat> line, double metres) {
    int segment = random.nextInt(line.size() - 1);
    LonLat to = line.get(segment + 1);
    boolean corner = random.nextInt(3) == 0;
    Coordinate from = along(line.get(segment), to, corner ? 0 : random.nextDouble());
    double azimuth = Geodesy.azimuthDegrees(new LonLat(from.x, from.y), to);
    return Geodesy.destination(
        from.x, from.y, corner ? 360 * random.nextDouble() : azimuth + 90 * sign(), metres);
  }

  private static Coordinate along(LonLat from, LonLat to, double share) {
    double step = to.lon() - from.lon();
    step -= 360 * Math.rint(step / 360);
    return new Coordinate(from.lon() + share * step, from.lat() + share * (to.lat() - from.lat()));
  }

  /** By trying: every segment at many places, then ever nearer to the best of them. */
  private static double distance(Coordinate at, List<LonLat> line) {
    double nearest = Double.MAX_VALUE;
    for (int i = 1; i < line.size(); i++) {
      double from = 0;
      double to = 1;
      while (to - from > 1e-9) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int k = 0; k <= 16; k++) {
          double there =
              Geodesy.distanceMetres(
                  at, along(line.get(i - 1), line.get(i), from + k * (to - from) / 16));
          if (there < least) {
            least = there;
            best = k;
          }
        }
        nearest = Math.min(nearest, least);
        double width = (to - from) / 16;
        double middle = from + best * width;
        from = Math.max(0, middle - width);
        to = Math.min(1, middle + width);
      }
    }
    return nearest;
  }
}
