package org.vigie.geodata.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

  /** Whether every geometry of the other kind is one of this. */
  public boolean admits(GeometryKind other) {
    return types.containsAll(other.types);
  }

  /** The word in a layer file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<GeometryKind> find(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
  }

  /** All words, in the order of declaration. */
  public static List<String> words() {
    return Arrays.stream(values()).map(GeometryKind::word).toList();
  }
}
