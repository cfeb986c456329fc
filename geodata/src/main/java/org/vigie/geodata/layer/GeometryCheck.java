package org.vigie.geodata.layer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Whether a geometry can be stored in a layer. */
final class GeometryCheck {

  static final int MAX_POINTS = 100_000;

  private final Layer layer;

  GeometryCheck(Layer layer) {
    this.layer = layer;
  }

  void check(@Nullable Geometry geometry, List<Fault> faults) {
    if (geometry == null) {
      if (layer.geometryRequired()) {
        add(
            faults,
            Message.of("no geometry"),
            Message.of("Give {allowed} in longitude and latitude", allowed()));
      }
    } else if (geometry.isEmpty()) {
      add(
          faults,
          Message.of("the geometry is empty"),
          Message.of("Give coordinates, or no geometry at all"));
    } else if (!layer.geometry().accepts(geometry)) {
      add(
          faults,
          Message.of("a {geometry} in {layer}", geometry.getGeometryType(), layer.name()),
          Message.of("Give {allowed}", allowed()));
    } else if (geometry.getNumPoints() > MAX_POINTS) {
      add(
          faults,
          Message.of("the geometry has {points} points", geometry.getNumPoints()),
          Message.of("Simplify it to at most {maxPoints} points", MAX_POINTS));
    } else {
      checkCoordinates(geometry, faults);
    }
  }

  private static void checkCoordinates(Geometry geometry, List<Fault> faults) {
    FirstOutside outside = new FirstOutside();
    geometry.apply(outside);
    Coordinate bad = outside.found;
    if (bad != null) {
      String what = "longitude " + bad.x + ", latitude " + bad.y;
      if (Double.isNaN(bad.x + bad.y)) {
        add(faults, Message.of("{what} is not a number", what), Message.of("Give decimal degrees"));
      } else if (isSwapped(bad)) {
        add(
            faults,
            Message.of(
                "{what} is outside the earth, but the other way round it would not be", what),
            Message.of("Swap the two: longitude comes first"));
      } else {
        add(
            faults,
            Message.of("{what} is outside the earth", what),
            Message.of(
                "Give decimal degrees of WGS 84: longitude -180 to 180, latitude -90 to 90"));
      }
    } else if (!(geometry instanceof Point)) {
      checkShape(geometry, faults);
    }
  }

  private static boolean isSwapped(Coordinate c) {
    return Math.abs(c.y) > 90 && Math.abs(c.y) <= 180 && Math.abs(c.x) <= 90;
  }

  private static void checkShape(Geometry geometry, List<Fault> faults) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null) {
      Coordinate at = error.getCoordinate();
      Message said = Message.of(error.getMessage().toLowerCase(Locale.ROOT));
      add(
          faults,
          at == null
              ? said
              : Message.of(
                  "{fault} at longitude {longitude}, latitude {latitude}",
                  said,
                  String.format(Locale.ROOT, "%.6f", at.x),
                  String.format(Locale.ROOT, "%.6f", at.y)),
          Message.of("Draw it so that its borders touch neither themselves nor each other"));
    }
  }

  private String allowed() {
    return "a " + String.join(" or ", layer.geometry().types());
  }

  private static void add(List<Fault> faults, Message what, Message fix) {
    faults.add(Fault.of("geom", what, fix));
  }

  /** Finds the first coordinate that is no place on the earth; NaN included. */
  private static final class FirstOutside implements CoordinateSequenceFilter {

    private @Nullable Coordinate found;

    @Override
    public void filter(CoordinateSequence coordinates, int i) {
      double x = coordinates.getX(i);
      double y = coordinates.getY(i);
      if (!(x >= -180 && x <= 180 && y >= -90 && y <= 90)) {
        found = new Coordinate(x, y);
      }
    }

    @Override
    public boolean isDone() {
      return found != null;
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  }
}
