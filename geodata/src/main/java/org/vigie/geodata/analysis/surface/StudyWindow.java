package org.vigie.geodata.analysis.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geodata.geo.Geodesy;

/**
 * Where events were looked for: the study area, or the box around the events when no area was
 * given.
 */
final class StudyWindow {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Metres, so that one place and places in a line have a box with an area too. */
  private static final double BOX_MARGIN = 100;

  private final boolean given;
  private final Geometry area;
  private final List<Envelope> parts;
  private final PointOnGeometryLocator locator;

  private StudyWindow(boolean given, Geometry area, List<Envelope> parts) {
    this.given = given;
    this.area = area;
    this.parts = parts;
    // Safe for several threads, unlike prepared geometry.
    locator = new IndexedPointInAreaLocator(area);
  }

  /**
   * @param area Polygon or MultiPolygon in longitude/latitude, empty for none
   * @param sources at least one
   */
  static StudyWindow of(Optional<Geometry> area, Sources sources) {
    if (area.isPresent()) {
      return new StudyWindow(true, area.get(), envelopes(area.get()));
    }
    List<Envelope> places = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      places.add(new Envelope(sources.lon(i), sources.lon(i), sources.lat(i), sources.lat(i)));
    }
    // Perhaps past 180, as the cells are.
    Geometry box = GEOMETRIES.toGeometry(DegreeBox.around(places, BOX_MARGIN));
    return new StudyWindow(false, box, places);
  }

  private static List<Envelope> envelopes(Geometry area) {
    List<Envelope> parts = new ArrayList<>();
    for (Object polygon : PolygonExtracter.getPolygons(area)) {
      parts.add(((Polygon) polygon).getEnvelopeInternal());
    }
    return parts;
  }

  /** Whether an area was given with the selection. */
  boolean given() {
    return given;
  }

  /** What is used, in words. */
  String words() {
    return given ? "the study area" : "the box around the events, since no area was given";
  }

  double areaSquareMetres() {
    return Geodesy.areaSquareMetres(area);
  }

  /**
   * The box of a map: the study area, or the events with a margin.
   *
   * @param margin metres
   */
  Envelope box(double margin) {
    return DegreeBox.around(parts, given ? 0 : margin);
  }

  /** Share of each cell within the window, from 0 to 1. */
  double[] coverage(DegreeCells cells) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
    double[] coverage = new double[cells.size()];
    for (int row = 0; row < cells.rows(); row++) {
      double north = cells.north() - row * cells.degreesPerRow();
      for (int column = 0; column < cells.columns(); column++) {
        double west = cells.west() + column * cells.degreesPerColumn();
        double east = west + cells.degreesPerColumn();
        Envelope cell = new Envelope(west, east, north - cells.degreesPerRow(), north);
        double share = share(prepared, cell);
        if (east > 180) {
          cell.translate(-360, 0);
          share += share(prepared, cell);
        }
        coverage[row * cells.columns() + column] = Math.min(1, share);
      }
    }
    return coverage;
  }

  private double share(PreparedGeometry prepared, Envelope cell) {
    if (!area.getEnvelopeInternal().intersects(cell)) {
      return 0;
    }
    Geometry square = GEOMETRIES.toGeometry(cell);
    if (prepared.covers(square)) {
      return 1;
    }
    return prepared.intersects(square)
        ? OverlayNGRobust.overlay(area, square, OverlayNG.INTERSECTION).getArea() / square.getArea()
        : 0;
  }

  /**
   * The part of an area, longitudes from -180 to 180, that lies in the study area if there is one.
   */
  Geometry cut(Geometry found) {
    if (!given || found.isEmpty()) {
      return found;
    }
    Geometry inside = OverlayNGRobust.overlay(found, area, OverlayNG.INTERSECTION);
    List<Polygon> polygons = new ArrayList<>();
    for (Object polygon : PolygonExtracter.getPolygons(inside)) {
      polygons.add((Polygon) polygon);
    }
    return polygons.size() == 1
        ? polygons.get(0)
        : GEOMETRIES.createMultiPolygon(polygons.toArray(new Polygon[0]));
  }

  /** Whether a place, longitude from -180 to 180, lies in the window. */
  boolean contains(double lon, double lat) {
    // The box around the events may go past 180, as the cells do.
    return locator.locate(new Coordinate(lon, lat)) != Location.EXTERIOR
        || locator.locate(new Coordinate(lon + 360, lat)) != Location.EXTERIOR;
  }
}
