package org.vigie.geodata.geo;

import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * The reference system that a file says its coordinates are in. In files x stands before y, and
 * longitude before latitude, whatever the definition says.
 */
public final class FileCrs {

  private final String name;
  private final MathTransform transform;
  private final boolean northFirst;

  private FileCrs(String name, MathTransform transform, boolean northFirst) {
    this.name = name;
    this.transform = transform;
    this.northFirst = northFirst;
  }

  /**
   * @throws BadInputException when it is not known, or not how it lies to WGS 84
   */
  public static FileCrs ofEpsg(int code) throws BadInputException {
    String name = "EPSG:" + code;
    try {
      // what is offered elsewhere too counts as WGS 84 where no shift is known (ETRS89: < 1 m)
      return of(name, CRS.decode(name, true), Crs.find(name).isPresent());
    } catch (FactoryException unknown) {
      throw refused(name);
    }
  }

  /**
   * @param text well-known text, as a {@code .prj} has it
   * @throws BadInputException when it cannot be read, or nobody knows how it lies to WGS 84
   */
  public static FileCrs ofText(String text) throws BadInputException {
    String name = text.strip().replaceFirst("(?s)^[A-Za-z_]*\\s*\\[\\s*\"([^\"]{0,80}).*", "$1");
    try {
      return of(name, CRS.parseWKT(text), false);
    } catch (FactoryException | RuntimeException notUnderstood) {
      throw refused(name.length() > 80 ? name.substring(0, 80) : name);
    }
  }

  private static FileCrs of(String name, CoordinateReferenceSystem crs, boolean lenient)
      throws FactoryException {
    return new FileCrs(
        name,
        CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, lenient),
        CRS.getAxisOrder(crs) == CRS.AxisOrder.NORTH_EAST);
  }

  private static BadInputException refused(String name) {
    return new BadInputException(
        Fault.of(
            "crs",
            Message.of(
                "its coordinates are in \"{name}\", and how that lies to WGS 84 is not known here",
                name),
            "Export it in WGS 84 (EPSG:4326)"));
  }

  /**
   * @param own x before y
   * @return WGS 84 longitude/latitude
   * @throws BadInputException when it lies where the system has no meaning
   */
  public Geometry toWgs84(Geometry own) throws BadInputException {
    Geometry given = own;
    if (northFirst) {
      given = own.copy();
      given.apply((CoordinateFilter) FileCrs::swap);
    }
    try {
      Geometry place = JTS.transform(given, transform);
      for (Coordinate each : place.getCoordinates()) {
        Optional<Fault> fault = LonLat.fault(each.x, each.y);
        if (fault.isPresent()) {
          throw new BadInputException(fault.get());
        }
      }
      return place;
    } catch (TransformException | ArithmeticException outside) {
      Coordinate at = own.getCoordinate();
      throw new BadInputException(
          Fault.of(
              "geometry",
              Message.of(
                  "a place at {x} {y} lies outside the area of \"{name}\"", at.x, at.y, name),
              "Export it in WGS 84 (EPSG:4326)"));
    }
  }

  private static void swap(Coordinate coordinate) {
    double x = coordinate.x;
    coordinate.setOrdinate(CoordinateXY.X, coordinate.y);
    coordinate.setOrdinate(CoordinateXY.Y, x);
  }
}
