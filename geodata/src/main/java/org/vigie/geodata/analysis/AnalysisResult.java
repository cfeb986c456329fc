package org.vigie.geodata.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * What an analysis found, with what is needed to judge it.
 *
 * @param findings clusters, cells, contours or points to be drawn on a map, in the order of a list
 * @param grids surfaces, none for most analyses
 * @param tables figures that have no place on the map: matrices, curves, skill
 * @param legend how findings are coloured; empty when they all look the same
 */
public record AnalysisResult(
    List<Finding> findings,
    List<Grid> grids,
    List<Table> tables,
    Optional<Legend> legend,
    Diagnostics diagnostics) {

  public AnalysisResult {
    findings = List.copyOf(findings);
    grids = List.copyOf(grids);
    tables = List.copyOf(tables);
  }

  /** Findings alone. */
  public static AnalysisResult of(List<Finding> findings, Legend legend, Diagnostics diagnostics) {
    return new AnalysisResult(findings, List.of(), List.of(), Optional.of(legend), diagnostics);
  }

  /**
   * Something found at a place.
   *
   * @param geometry WGS 84 longitude/latitude, cut at the antimeridian
   * @param properties Number, String, Boolean, Instant, or List or Map of these, by name; a NaN is
   *     left out rather than put
   */
  public record Finding(Geometry geometry, Map<String, Object> properties) {}
}
