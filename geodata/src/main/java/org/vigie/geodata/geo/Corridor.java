package org.vigie.geodata.geo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * All places within a distance of a line, measured along geodesics of the WGS 84 ellipsoid. Between
 * its positions the line is straight in longitude and latitude (RFC 7946, section 3.1.1); a step of
 * more than 180 degrees of longitude means the short way over the antimeridian.
 *
 * @param line at least two positions
 * @param halfWidthMetres to each side and round both ends
 */
public record Corridor(List<LonLat> line, double halfWidthMetres) {

  public static final double LEAST_METRES = 10;
  public static final double MOST_METRES = 100_000;
  public static final double MOST_LENGTH_METRES = 2_000_000;
  public static final int MOST_POSITIONS = 2_000;

  /** Nearer to a pole, a line straight in degrees has little to do with a way on the ground. */
  public static final double MOST_LATITUDE = 85;

  public Corridor {
    line = List.copyOf(line);
  }

  /**
   * @param field where the numbers were given, for faults
   * @throws BadInputException when a position is not on the globe or too near a pole, the width out
   *     of range, or the line too short, too long or of too many positions
   */
  public static Corridor of(List<LonLat> line, double halfWidthMetres, String field)
      throws BadInputException {
    Message wrong = null;
    for (LonLat each : line) {
      Optional<Fault> fault = LonLat.fault(each.lon(), each.lat());
      if (fault.isPresent()) {
        throw new BadInputException(fault.get().in(field));
      }
      if (Math.abs(each.lat()) > MOST_LATITUDE) {
        wrong =
            Message.of(
                "latitude {latitude} is nearer to a pole than {most}", each.lat(), MOST_LATITUDE);
      }
    }
    double length = line.size() > MOST_POSITIONS ? 0 : lengthMetres(line);
    if (line.size() < 2 || line.size() > MOST_POSITIONS) {
      wrong = Message.of("a line of {count} positions is not possible", line.size());
    } else if (!(length > 0 && length <= MOST_LENGTH_METRES)) {
      wrong =
          Message.of(
              "a line of {metres} m is not possible", String.format(Locale.ROOT, "%.0f", length));
    } else if (!(halfWidthMetres >= LEAST_METRES && halfWidthMetres <= MOST_METRES)) {
      wrong = Message.of("a distance of {metres} m to each side is not possible", halfWidthMetres);
    }
    if (wrong != null) {
      throw new BadInputException(
          Fault.of(
              field,
              wrong,
              Message.of(
                  "Give 2 to {positions} different positions up to latitude {latitude}, {length} km"
                      + " of line at most, and {least} to {most} metres to each side",
                  MOST_POSITIONS,
                  Math.round(MOST_LATITUDE),
                  Math.round(MOST_LENGTH_METRES / 1_000),
                  Math.round(LEAST_METRES),
                  Math.round(MOST_METRES))));
    }
    return new Corridor(line, halfWidthMetres);
  }

  /** Greatest distance in metres between the true border and that of {@link #toPolygon}. */
  public double deviationMetres() {
    return Offset.deviationMetres(halfWidthMetres);
  }

  /**
   * The corridor as one or several polygons with edges straight in degrees, cut at the
   * antimeridian: a band along each leg, a wedge at the outer side of each turn, a half circle at
   * both ends. Some milliseconds, a tenth of a second for thousands of positions.
   */
  public Geometry toPolygon() {
    List<Leg> legs = legs();
    Offset offset = new Offset(halfWidthMetres);
    List<Geometry> parts = new ArrayList<>();
    Leg first = legs.get(0);
    Leg last = legs.get(legs.size() - 1);
    parts.add(fan(offset, first.from(), first.azimuth(0) + 90, first.azimuth(0) - 90, 180));
    parts.add(fan(offset, last.to(), last.azimuth(1) - 90, last.azimuth(1) + 90, 180));
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      parts.add(band(offset, leg));
      if (i > 0) {
        double before = legs.get(i - 1).azimuth(1);
        double turn = Antimeridian.shortWay(leg.azimuth(0) - before);
        double outer = -Math.copySign(90, turn);
        if (turn != 0) {
          parts.add(fan(offset, leg.from(), before + outer, leg.azimuth(0) + outer, turn));
        }
      }
    }
    return LonLat.factory().createGeometry(Antimeridian.cut(OverlayNGRobust.union(parts)));
  }

  /** Both of its ends pass through the line, so that bands and wedges have common edges. */
  private static Geometry band(Offset offset, Leg leg) {
    List<Coordinate> ring = new ArrayList<>(offset.beside(leg, 90));
    ring.add(leg.to());
    List<Coordinate> left = new ArrayList<>(offset.beside(leg, -90));
    Collections.reverse(left);
    ring.addAll(left);
    ring.add(leg.from());
    return polygon(ring);
  }

  /** Its sides are those of the bands beside it, to the last digit. */
  private static Geometry fan(
      Offset offset, Coordinate centre, double fromAzimuth, double toAzimuth, double turn) {
    List<Coordinate> ring = new ArrayList<>(offset.arc(centre, fromAzimuth, fromAzimuth + turn));
    ring.set(ring.size() - 1, offset.at(centre, toAzimuth));
    ring.add(centre);
    return polygon(ring);
  }

  private static Geometry polygon(List<Coordinate> ring) {
    ring.add(ring.get(0));
    return LonLat.factory().createPolygon(ring.toArray(new Coordinate[0]));
  }

  private List<Leg> legs() {
    List<Leg> legs = new ArrayList<>();
    Coordinate from = new Coordinate(line.get(0).lon(), line.get(0).lat());
    for (LonLat next : line.subList(1, line.size())) {
      Coordinate to =
          new Coordinate(from.x + Antimeridian.shortWay(next.lon() - from.x), next.lat());
      if (!to.equals2D(from)) {
        legs.add(new Leg(from, to));
      }
      from = to;
    }
    return legs;
  }

  private static double lengthMetres(List<LonLat> line) {
    double length = 0;
    for (int i = 1; i < line.size(); i++) {
      LonLat from = line.get(i - 1);
      LonLat to = line.get(i);
      length += Geodesy.distanceMetres(from.lon(), from.lat(), to.lon(), to.lat());
    }
    return length;
  }
}
