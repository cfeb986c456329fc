package org.vigie.geodata.basemap;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

/** Geometries as bytes that somebody else wrote. */
public final class Wkb {

  private Wkb() {}

  /**
   * @return in whatever system the file is
   * @throws BadInputException when they are none
   */
  public static Geometry read(byte[] bytes) throws BadInputException {
    try {
      return new WKBReader(LonLat.factory()).read(bytes);
    } catch (ParseException | RuntimeException | StackOverflowError broken) {
      // collections that are nested a hundred thousand times end on the stack
      throw new BadInputException(
          Fault.of("geometry", "a geometry cannot be read", "Repair the geometries in a GIS"));
    }
  }

  /**
   * Refuses what is no place, in a geometry that should be degrees.
   *
   * @throws BadInputException when a coordinate is outside the world
   */
  public static Geometry requireDegrees(Geometry geometry) throws BadInputException {
    for (Coordinate each : geometry.getCoordinates()) {
      Optional<Fault> fault = LonLat.fault(each.x, each.y);
      if (fault.isPresent()) {
        throw new BadInputException(fault.get());
      }
    }
    return geometry;
  }
}
