package org.vigie.geodata.analysis.surface;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.geo.Geodesy;

/**
 * What becomes of the densest half when the bandwidth, or the cell, is half and double: its area,
 * and the area in common over the area of either (Jaccard).
 */
final class SurfaceChecks {

  private final CorrectedSurface.Plan plan;
  private final VolumeContours contours;
  private final double h;
  private final double cell;

  SurfaceChecks(CorrectedSurface.Plan plan, VolumeContours contours, double h, double cell) {
    this.plan = plan;
    this.contours = contours;
    this.h = h;
    this.cell = cell;
  }

  /**
   * @param most cells; a check that takes more is left out
   */
  Map<String, Object> figures(double most, Progress progress) {
    Map<String, Object> figures = new LinkedHashMap<>();
    put(figures, "halfBandwidth", h / 2, cell, progress.part(0, 0.25));
    put(figures, "doubleBandwidth", 2 * h, cell, progress.part(0.25, 0.5));
    if (DegreeCells.count(plan.box(), cell / 2) <= most) {
      put(figures, "halfCell", h, cell / 2, progress.part(0.5, 0.75));
    }
    put(figures, "doubleCell", h, 2 * cell, progress.part(0.75, 1));
    return figures;
  }

  private void put(
      Map<String, Object> figures, String name, double bandwidth, double side, Progress progress) {
    Geometry half = plan.draw(bandwidth, side, progress).area(0.5, plan.window());
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("bandwidthM", bandwidth);
    check.put("cellM", side);
    check.put("areaKm2", Geodesy.areaSquareMetres(half) / 1e6);
    double union = overlay(half, OverlayNG.UNION);
    if (union > 0) {
      check.put("jaccard", overlay(half, OverlayNG.INTERSECTION) / union);
    }
    figures.put(name, check);
  }

  private double overlay(Geometry half, int operation) {
    return Geodesy.areaSquareMetres(OverlayNGRobust.overlay(contours.half(), half, operation));
  }
}
