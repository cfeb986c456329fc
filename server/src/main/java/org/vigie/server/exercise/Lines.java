package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Makes a path over grid cells look drawn rather than counted. Lengths in km. */
final class Lines {

  private Lines() {}

  /**
   * Takes the steps out of a grid path and rounds its corners; both ends stay where they are.
   *
   * @param tolerance how far the line may leave the path
   */
  static Coordinate[] smooth(List<Coordinate> path, double tolerance) {
    Coordinate[] line = simplify(path.toArray(new Coordinate[0]), tolerance);
    for (int round = 0; round < 3; round++) {
      line = cutCorners(line);
    }
    return simplify(line, 0.08);
  }

  static Coordinate[] simplify(Coordinate[] line, double tolerance) {
    if (line.length < 3) {
      return line;
    }
    return DouglasPeuckerSimplifier.simplify(Plane.KM.createLineString(line), tolerance)
        .getCoordinates();
  }

  /** One round of Chaikin's corner cutting. */
  private static Coordinate[] cutCorners(Coordinate[] line) {
    List<Coordinate> cut = new ArrayList<>(line.length * 2);
    cut.add(line[0]);
    for (int i = 0; i + 1 < line.length; i++) {
      if (i > 0) {
        cut.add(between(line[i], line[i + 1], 0.25));
      }
      if (i + 2 < line.length) {
        cut.add(between(line[i], line[i + 1], 0.75));
      }
    }
    cut.add(line[line.length - 1]);
    return cut.toArray(new Coordinate[0]);
  }

  static Coordinate between(Coordinate a, Coordinate b, double t) {
    return new Coordinate(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
  }

  static double length(Coordinate[] line) {
    double length = 0;
    for (int i = 1; i < line.length; i++) {
      length += line[i - 1].distance(line[i]);
    }
    return length;
  }

  /** The point at a distance from the start; the end for anything beyond. */
  static Coordinate along(Coordinate[] line, double distance) {
    double left = distance;
    for (int i = 1; i < line.length; i++) {
      double piece = line[i - 1].distance(line[i]);
      if (left <= piece && piece > 0) {
        return between(line[i - 1], line[i], Math.max(0, left) / piece);
      }
      left -= piece;
    }
    return line[line.length - 1].copy();
  }
}
