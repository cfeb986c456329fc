package org.vigie.geodata.analysis;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** What an analysis found, with what is needed to judge it. */
public sealed interface AnalysisResult {

  Diagnostics diagnostics();

  /** Areas to be drawn on a map. */
  record Areas(List<Area> areas, Diagnostics diagnostics) implements AnalysisResult {}

  /**
   * @param geometry Polygon or MultiPolygon, WGS 84 longitude/latitude, cut at the antimeridian
   * @param properties Number, String, Boolean, Instant, or List or Map of these, by name
   */
  record Area(Geometry geometry, Map<String, Object> properties) {}
}
