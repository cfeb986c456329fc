package org.vigie.geodata.geo;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * All places within a distance of a centre, measured along geodesics of the WGS 84 ellipsoid. Made
 * by {@link #of} when the numbers come from outside.
 *
 * @param radiusMetres {@link #LEAST_METRES} to {@link #MOST_METRES}
 */
public record Circle(LonLat centre, double radiusMetres) {

  public static final double LEAST_METRES = 10;
  public static final double MOST_METRES = 1_000_000;

  /**
   * @param field where the numbers were given, for faults
   * @throws BadInputException when the centre is not on the globe or the radius out of range
   */
  public static Circle of(double lon, double lat, double radiusMetres, String field)
      throws BadInputException {
    Optional<Fault> wrong = LonLat.fault(lon, lat);
    if (wrong.isPresent()) {
      throw new BadInputException(wrong.get().in(field));
    }
    if (!(radiusMetres >= LEAST_METRES && radiusMetres <= MOST_METRES)) {
      throw new BadInputException(
          Fault.of(
              field,
              Message.of("a radius of {radiusMetres} m is not possible", radiusMetres),
              Message.of(
                  "Give metres from {least} to {most} after the centre",
                  Math.round(LEAST_METRES),
                  Math.round(MOST_METRES))));
    }
    return new Circle(new LonLat(lon, lat), radiusMetres);
  }

  /** Greatest distance in metres between the true border and that of {@link #toPolygon}. */
  public double deviationMetres() {
    return Offset.deviationMetres(radiusMetres);
  }

  /**
   * The circle as a polygon with edges straight in degrees, cut at the antimeridian and closed over
   * a pole; some 250 vertices, more near a pole. About a millisecond.
   */
  public Geometry toPolygon() {
    // Backwards from north, so that the ring runs counter-clockwise as RFC 7946 asks.
    List<Coordinate> ring =
        new Offset(radiusMetres).arc(new Coordinate(centre.lon(), centre.lat()), 0, -360);
    ring.set(ring.size() - 1, ring.get(0).copy());
    return LonLat.factory().createGeometry(Antimeridian.polygon(ring.toArray(new Coordinate[0])));
  }
}
