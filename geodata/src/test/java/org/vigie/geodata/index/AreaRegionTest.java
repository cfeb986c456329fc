package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.vigie.geodata.geo.Mercator;

class AreaRegionTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());

  private final Random random = new Random(SEED);

  @Test
  void whatTheGridSaysOfWholeCellsIsTrueOfEveryPointInThem() {
    int whole = 0;
    for (int i = 0; i < 200; i++) {
      Geometry area = area();
      AreaRegion region = new AreaRegion(area);
      IndexedPointInAreaLocator exactly = new IndexedPointInAreaLocator(area);
      Envelope box = area.getEnvelopeInternal();
      for (int j = 0; j < 500; j++) {
        double lon = box.getMinX() + (random.nextDouble() * 1.2 - 0.1) * box.getWidth();
        double lat = box.getMinY() + (random.nextDouble() * 1.2 - 0.1) * box.getHeight();
        int told = region.ofCell(Mercator.x(lon), Mercator.y(lat));
        boolean inside = exactly.locate(new Coordinate(lon, lat)) != Location.EXTERIOR;
        if (told != Region.BORDER) {
          whole++;
          assertThat(told == Region.INSIDE)
              .as("seed %s: %s %s in %s", SEED, lon, lat, area)
              .isEqualTo(inside);
        }
        assertThat(region.contains(lon, lat)).isEqualTo(inside);
      }
    }
    // a grid that leaves everything open would prove nothing
    assertThat(whole).isGreaterThan(50_000);
  }

  /** A star of 3 to 3 000 corners, some on level and upright edges, with a hole or an island. */
  private Geometry area() {
    double lon = random.nextDouble() * 300 - 150;
    double lat = random.nextDouble() * 140 - 70;
    double size = Math.pow(10, random.nextDouble() * 4 - 3);
    int corners = 3 + (int) Math.pow(10, random.nextDouble() * 3.4);
    Geometry star = star(lon, lat, size, corners);
    return switch (random.nextInt(4)) {
      case 0 -> star.difference(star(lon, lat, size / 3, 5));
      case 1 -> star.union(star(lon + 3 * size, lat, size / 2, 4));
      case 2 ->
          GEOMETRIES.toGeometry(new Envelope(lon, lon + size, lat, lat + size / 2)).union(star);
      default -> star;
    };
  }

  private Geometry star(double lon, double lat, double size, int corners) {
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double reach = size * (0.3 + 0.7 * random.nextDouble());
      ring.add(new Coordinate(lon + reach * Math.cos(angle), lat + reach * Math.sin(angle)));
    }
    ring.add(ring.get(0).copy());
    return GEOMETRIES.createPolygon(ring.toArray(Coordinate[]::new));
  }
}
