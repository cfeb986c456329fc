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

  /**
   * Breaks every piece of a line in two and moves the break aside, again and again, as a shore does
   * when one looks closer (midpoint displacement). The ends of the line stay.
   */
  static Coordinate[] roughen(Coordinate[] line, int rounds, Dice dice) {
    Coordinate[] rough = line;
    for (int round = 0; round < rounds; round++) {
      List<Coordinate> finer = new ArrayList<>(rough.length * 2);
      for (int i = 0; i + 1 < rough.length; i++) {
        finer.add(rough[i]);
        double aside = Math.max(-0.22, Math.min(0.22, 0.11 * dice.gaussian()));
        double dx = rough[i + 1].x - rough[i].x;
        double dy = rough[i + 1].y - rough[i].y;
        Coordinate middle = between(rough[i], rough[i + 1], 0.5);
        finer.add(new Coordinate(middle.x - aside * dy, middle.y + aside * dx));
      }
      finer.add(rough[rough.length - 1]);
      rough = finer.toArray(new Coordinate[0]);
    }
    return rough;
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
