package org.vigie.geodata.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * A place in degrees, WGS 84. Made by {@link #fault} first when the numbers come from outside.
 *
 * @param lon longitude, -180 to 180
 * @param lat latitude, -90 to 90
 */
public record LonLat(double lon, double lat) {

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  /**
   * What is wrong with a pair of numbers as a place, with a hint when they look swapped; empty when
   * nothing is.
   */
  public static Optional<Fault> fault(double lon, double lat) {
    if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
      return Optional.of(
          Fault.of(
              "geometry",
              Message.of(
                  "the position (longitude {lon}, latitude {lat}) is not a finite number",
                  lon,
                  lat),
              "Give two numbers in degrees, or leave both empty when the place is not known"));
    }
    boolean lonFits = lon >= -180 && lon <= 180;
    boolean latFits = lat >= -90 && lat <= 90;
    if (lonFits && latFits) {
      return Optional.empty();
    }
    boolean swapped = !latFits && lat >= -180 && lat <= 180 && lon >= -90 && lon <= 90;
    Message bad =
        latFits
            ? Message.of("longitude {longitude} is outside -180 to 180", lon)
            : Message.of("latitude {latitude} is outside -90 to 90", lat);
    return Optional.of(
        Fault.of(
            "geometry",
            bad,
            swapped
                ? Message.of("Longitude and latitude look swapped: exchange them")
                : Message.of(
                    "Give degrees in WGS 84; metres of a national grid have to be converted"
                        + " first")));
  }

  public Point toPoint() {
    return WGS84.createPoint(new Coordinate(lon, lat));
  }

  /** Makes geometries whose coordinates are longitude, latitude in WGS 84. */
  public static GeometryFactory factory() {
    return WGS84;
  }
}
