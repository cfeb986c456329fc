package org.vigie.geodata.analysis.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.geo.LocalProjection;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.model.Feature;

/**
 * Areas in which people live and events are counted. Layers of areas hold provinces and their
 * districts: of areas that lie over each other the smallest are taken.
 */
final class PopulatedAreas {

  static final String PROPERTY = "population";

  private final List<PreparedGeometry> shapes = new ArrayList<>();
  private final List<Coordinate> centroids = new ArrayList<>();
  private final List<Double> populations = new ArrayList<>();

  /** Features without a geometry, or without a population above 0, are left out. */
  PopulatedAreas(List<Feature> features) {
    List<Feature> smallestFirst =
        features.stream()
            .filter(f -> f.geometry() != null && population(f) > 0)
            .sorted(
                Comparator.comparingDouble((Feature f) -> Geodesy.areaSquareMetres(geometry(f))))
            .toList();
    List<Geometry> inside = new ArrayList<>();
    for (Feature feature : smallestFirst) {
      PreparedGeometry shape = PreparedGeometryFactory.prepare(geometry(feature));
      if (inside.stream().noneMatch(shape::intersects)) {
        inside.add(geometry(feature).getInteriorPoint());
        shapes.add(shape);
        centroids.add(centroid(geometry(feature)));
        populations.add(population(feature));
      }
    }
  }

  int size() {
    return shapes.size();
  }

  /** The area a place lies in; of two that share the border the smaller. */
  OptionalInt at(double lon, double lat) {
    Geometry point = LonLat.factory().createPoint(new Coordinate(lon, lat));
    for (int i = 0; i < shapes.size(); i++) {
      if (shapes.get(i).intersects(point)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * @param placeOf the area of each event
   */
  Ground ground(int[] placeOf) {
    return new Ground(
        centroids.stream().mapToDouble(c -> c.x).toArray(),
        centroids.stream().mapToDouble(c -> c.y).toArray(),
        populations.stream().mapToDouble(p -> p).toArray(),
        placeOf,
        0);
  }

  /** In a local plane, so that neither the antimeridian nor a pole moves it. */
  private static Coordinate centroid(Geometry area) {
    Coordinate inside = area.getInteriorPoint().getCoordinate();
    LocalProjection projection = new LocalProjection(inside.x, inside.y);
    Geometry plane = area.copy();
    plane.apply((CoordinateFilter) c -> c.setCoordinate(projection.toMetres(c.x, c.y)));
    plane.geometryChanged();
    return projection.toDegrees(plane.getCentroid().getCoordinate());
  }

  private static Geometry geometry(Feature feature) {
    Geometry geometry = feature.geometry();
    if (geometry == null) {
      throw new IllegalArgumentException(feature.id() + " has no geometry");
    }
    return geometry;
  }

  private static double population(Feature feature) {
    return feature.properties().get(PROPERTY) instanceof Number number ? number.doubleValue() : 0;
  }
}
