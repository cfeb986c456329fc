package org.vigie.geodata.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * All places within a distance of a geometry: a {@link Circle} about each point, a {@link Corridor}
 * along each line, and of each polygon itself with a corridor along its border.
 */
public final class Surroundings {

  private Surroundings() {}

  /**
   * @param geometry WGS 84, longitude and latitude in degrees; not empty
   * @param metres {@link Circle#LEAST_METRES} to {@link Corridor#MOST_METRES}, for points to {@link
   *     Circle#MOST_METRES}
   * @param field where it was asked for, for faults
   * @throws BadInputException when the distance is out of range, or a line is too long or of too
   *     many positions for a corridor
   */
  public static Geometry of(Geometry geometry, double metres, String field)
      throws BadInputException {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      add(parts, geometry.getGeometryN(i), metres, field);
    }
    return parts.size() == 1 ? parts.get(0) : OverlayNGRobust.union(parts);
  }

  /** Greatest distance in metres between the true border and that of {@link #of}. */
  public static double deviationMetres(double metres) {
    return Offset.deviationMetres(metres);
  }

  private static void add(List<Geometry> parts, Geometry part, double metres, String field)
      throws BadInputException {
    if (part instanceof Point point) {
      parts.add(Circle.of(point.getX(), point.getY(), metres, field).toPolygon());
    } else if (part instanceof LineString line) {
      parts.add(along(line, metres, field));
    } else if (part instanceof Polygon polygon) {
      parts.add(polygon);
      parts.add(along(polygon.getExteriorRing(), metres, field));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        parts.add(along(polygon.getInteriorRingN(i), metres, field));
      }
    } else {
      throw new BadInputException(
          Fault.of(
              field,
              Message.of("what is near a {geometry} cannot be told", part.getGeometryType()),
              "Name a feature of points, lines or polygons"));
    }
  }

  private static Geometry along(LineString line, double metres, String field)
      throws BadInputException {
    List<LonLat> positions =
        Arrays.stream(line.getCoordinates()).map(c -> new LonLat(c.x, c.y)).toList();
    return Corridor.of(positions, metres, field).toPolygon();
  }
}
