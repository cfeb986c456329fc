package org.vigie.geodata.analysis.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Places spread evenly over areas: the share of an area is the share of its places. With 400 of
 * them a share is right to some two percent of the area.
 */
final class SamplePoints {

  private final List<Coordinate> places = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();

  /**
   * A square lattice in the area, or one place inside when the area is too thin for any.
   *
   * @param area Polygon or MultiPolygon in metres
   * @param wanted about so many places
   */
  void add(Geometry area, int wanted) {
    starts.add(places.size());
    double step = Math.sqrt(area.getArea() / wanted);
    int before = places.size();
    if (step > 0) {
      Envelope box = area.getEnvelopeInternal();
      IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
      for (double y = box.getMinY() + step / 2; y < box.getMaxY(); y += step) {
        for (double x = box.getMinX() + step / 2; x < box.getMaxX(); x += step) {
          Coordinate place = new Coordinate(x, y);
          if (inside.locate(place) != Location.EXTERIOR) {
            places.add(place);
          }
        }
      }
    }
    if (places.size() == before) {
      places.add(area.getInteriorPoint().getCoordinate());
    }
  }

  /** The middle of a hexagon and the places two thirds of the way to its corners. */
  void addHexagon(Coordinate middle, double side) {
    starts.add(places.size());
    places.add(middle);
    for (int corner = 0; corner < 6; corner++) {
      double angle = Math.PI / 6 + corner * Math.PI / 3;
      places.add(
          new Coordinate(
              middle.x + side * StrictMath.cos(angle) * 2 / 3,
              middle.y + side * StrictMath.sin(angle) * 2 / 3));
    }
  }

  int areas() {
    return starts.size();
  }

  /** Metres east of each place. */
  double[] x() {
    return places.stream().mapToDouble(c -> c.x).toArray();
  }

  /** Metres north of each place. */
  double[] y() {
    return places.stream().mapToDouble(c -> c.y).toArray();
  }

  /** First place of each area and, at the end, the number of all places. */
  int[] starts() {
    return IntStream.concat(starts.stream().mapToInt(i -> i), IntStream.of(places.size()))
        .toArray();
  }
}
