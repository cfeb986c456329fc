package org.vigie.geodata.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Which geometries a layer takes; the word in a layer file is the lower-case name with hyphens. */
public enum GeometryKind {
  POINT("Point"),
  LINE("LineString", "MultiLineString"),
  POLYGON("Polygon", "MultiPolygon"),
  POINT_OR_POLYGON("Point", "Polygon", "MultiPolygon"),
  ANY(
      "Point",
      "MultiPoint",
      "LineString",
      "MultiLineString",
      "Polygon",
      "MultiPolygon",
      "GeometryCollection");

  private final List<String> types;

  GeometryKind(String... types) {
    this.types = List.of(types);
  }

  /** GeoJSON type names. */
  public List<String> types() {
    return types;
  }

  public boolean accepts(Geometry geometry) {
    return types.contains(geometry.getGeometryType());
  }

  public static Optional<GeometryKind> find(String word) {
    return Arrays.stream(values())
        .filter(k -> k.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-').equals(word))
        .findFirst();
  }
}
