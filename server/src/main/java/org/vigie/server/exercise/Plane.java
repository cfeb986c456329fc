package org.vigie.server.exercise;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * The flat sheet the country is drawn on: kilometres east (x) and north (y) of the middle of the
 * island, and its place on the globe. An equirectangular sheet is true to 1 % over this extent,
 * which nobody will measure on a country that does not exist.
 */
final class Plane {

  static final double LONGITUDE = -21.5;
  static final double LATITUDE = -11;
  private static final double KM_PER_DEGREE_NORTH = 110.61;
  private static final double KM_PER_DEGREE_EAST =
      111.32 * StrictMath.cos(StrictMath.toRadians(LATITUDE));

  /** Degrees are kept to five decimals, about a metre. */
  static final PrecisionModel DEGREES_TO_A_METRE = new PrecisionModel(1e5);

  static final GeometryFactory KM = new GeometryFactory();
  static final GeometryFactory DEGREES = new GeometryFactory(DEGREES_TO_A_METRE, 4326);

  private Plane() {}

  static Coordinate toDegrees(Coordinate km) {
    return new Coordinate(
        DEGREES_TO_A_METRE.makePrecise(LONGITUDE + km.x / KM_PER_DEGREE_EAST),
        DEGREES_TO_A_METRE.makePrecise(LATITUDE + km.y / KM_PER_DEGREE_NORTH));
  }

  static Coordinate toKm(Coordinate degrees) {
    return new Coordinate(
        (degrees.x - LONGITUDE) * KM_PER_DEGREE_EAST, (degrees.y - LATITUDE) * KM_PER_DEGREE_NORTH);
  }

  static Geometry toDegrees(Geometry km) {
    return convert(km, DEGREES, Plane::toDegrees);
  }

  static Geometry toKm(Geometry degrees) {
    return convert(degrees, KM, Plane::toKm);
  }

  private static Geometry convert(
      Geometry geometry,
      GeometryFactory factory,
      java.util.function.UnaryOperator<Coordinate> conversion) {
    return new GeometryEditor(factory)
        .edit(
            geometry,
            new GeometryEditor.CoordinateOperation() {
              @Override
              public Coordinate[] edit(Coordinate[] coordinates, Geometry part) {
                Coordinate[] converted = new Coordinate[coordinates.length];
                for (int i = 0; i < coordinates.length; i++) {
                  converted[i] = conversion.apply(coordinates[i]);
                }
                return converted;
              }
            });
  }
}
