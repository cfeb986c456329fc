package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.geo.Circle;
import org.vigie.geodata.geo.Corridor;
import org.vigie.geodata.geo.LonLat;

/** Areas over the made-up events of the benchmark, another one for each number. */
final class AskedAreas {

  private AskedAreas() {}

  /** An outline that turns at every corner, some 800 km across. */
  static Geometry polygon(int vertices, int seed) {
    Random random = new Random(seed);
    Coordinate[] corners = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      double radius = 3.5 + random.nextDouble();
      corners[i] = new Coordinate(10 + radius * Math.cos(angle), 10 + radius * Math.sin(angle));
    }
    corners[vertices] = corners[0];
    return new GeometryFactory().createPolygon(corners);
  }

  static Geometry circle(int round) {
    return new Circle(new LonLat(10 + 0.01 * round, 10), 400_000).toPolygon();
  }

  static Geometry corridor(int round) {
    List<LonLat> line = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      line.add(new LonLat(4 + 0.2 * i, 10 + 0.01 * round + Math.sin(i / 3.0)));
    }
    return new Corridor(line, 30_000).toPolygon();
  }
}
