package org.vigie.geodata.analysis.surface;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.analysis.Progress;

/** A density on cells with its edge corrected, and what was left of the kernels outside. */
final class CorrectedSurface {

  /** More pairs of place and cell take seconds; events are then put into cells. */
  private static final double MOST_PAIRS = 1e8;

  private final DegreeCells cells;
  private final double[] density;
  private final double[] squareMetres;
  private final double outside;
  private final boolean exact;

  private CorrectedSurface(
      DegreeCells cells, double[] density, double[] squareMetres, double outside, boolean exact) {
    this.cells = cells;
    this.density = density;
    this.squareMetres = squareMetres;
    this.outside = outside;
    this.exact = exact;
  }

  /**
   * What is asked for.
   *
   * @param box degrees that the cells cover
   * @param bounded whether mass counts inside the window only
   */
  record Plan(
      Sources sources,
      StudyWindow window,
      Envelope box,
      SmoothingKernel kernel,
      EdgeCorrection edge,
      boolean bounded) {

    CorrectedSurface draw(double h, double cellMetres, Progress progress) {
      return CorrectedSurface.of(this, h, cellMetres, progress);
    }
  }

  private static CorrectedSurface of(Plan plan, double h, double cellMetres, Progress progress) {
    DegreeCells cells = DegreeCells.over(plan.box(), cellMetres);
    GeodesicDensity kernels = new GeodesicDensity(plan.kernel(), h, cells);
    Sources sources = plan.sources();
    double[] squareMetres = new double[cells.size()];
    double @Nullable [] coverage = plan.bounded() ? plan.window().coverage(cells) : null;
    for (int c = 0; c < squareMetres.length; c++) {
      squareMetres[c] = cells.area(c / cells.columns()) * (coverage == null ? 1 : coverage[c]);
    }
    double pairs =
        Math.min(
            GeodesicDensity.pairs(sources, plan.kernel(), h, cellMetres),
            (double) sources.size() * cells.size());
    boolean exact = pairs <= MOST_PAIRS;
    double @Nullable [] inside = null;
    if (plan.bounded() && exact) {
      inside = kernels.inside(sources, squareMetres, progress.part(0, 0.4));
    } else if (plan.bounded()) {
      double[] shares = kernels.ofCells(squareMetres, progress.part(0, 0.4));
      inside = new double[sources.size()];
      for (int i = 0; i < inside.length; i++) {
        inside[i] = shares[cells.index(sources.lon(i), sources.lat(i))];
      }
    }
    Sources weighted =
        inside != null && plan.edge() == EdgeCorrection.DIGGLE
            ? sources.dividedBy(inside)
            : sources;
    Progress adding = progress.part(0.4, 1);
    double[] density =
        exact
            ? kernels.ofPlaces(weighted, adding)
            : kernels.ofCells(kernels.binned(weighted), adding);
    if (inside != null && plan.edge() == EdgeCorrection.UNIFORM) {
      double[] shares = kernels.ofCells(squareMetres, adding);
      for (int c = 0; c < density.length; c++) {
        density[c] = shares[c] > 0 ? density[c] / shares[c] : 0;
      }
    }
    for (int c = 0; c < density.length; c++) {
      density[c] = squareMetres[c] > 0 ? density[c] : Double.NaN;
    }
    return new CorrectedSurface(cells, density, squareMetres, outside(sources, inside), exact);
  }

  private static double outside(Sources sources, double @Nullable [] inside) {
    if (inside == null) {
      return Double.NaN;
    }
    double outside = 0;
    for (int i = 0; i < inside.length; i++) {
      outside += sources.weight(i) * Math.max(0, 1 - inside[i]);
    }
    return outside / sources.total();
  }

  DegreeCells cells() {
    return cells;
  }

  /** Events a square metre at the middle of each cell; NaN outside the window. */
  double[] density() {
    return density;
  }

  MassLevel levels() {
    return new MassLevel(density, squareMetres);
  }

  /** Share of the mass of all kernels outside the window; NaN when mass counts everywhere. */
  double outside() {
    return outside;
  }

  /** Whether every event was spread from its own place. */
  boolean exact() {
    return exact;
  }

  /** The area that holds a share of the mass where events are densest; empty without mass. */
  Geometry area(double share, StudyWindow window) {
    MassLevel levels = levels();
    double level = levels.level(share).orElse(Double.POSITIVE_INFINITY);
    if (Double.isInfinite(level)) {
      return new Contour(cells, density, level).area();
    }
    // Half-way to the next: the same cells, and an area even where the densest cell is alone.
    return window.cut(new Contour(cells, density, (level + levels.below(level)) / 2).area());
  }
}
