package org.vigie.geodata.analysis.surface;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.analysis.Displacement;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.geo.LocalProjection;

/**
 * Surfaces of the events as they may have been placed: how often a cell lies within a contour. They
 * are drawn on {@link PlanarCells} of a local plane, for a hundred of them must not take a minute.
 */
final class DisplacedSurfaces {

  private static final int MOST_CELLS_ALONG = 512;

  /** Farther out a plane is 4 % wrong across the ray. */
  private static final double FARTHEST = 3_000_000;

  private final Displacement displacement;
  private final LocalProjection projection;
  private final double[] x;
  private final double[] y;
  private final PlanarCells plane;
  private final SmoothingKernel kernel;
  private final double h;
  private final EdgeCorrection edge;
  private final double @Nullable [] window;
  private final double @Nullable [] inside;

  private DisplacedSurfaces(
      List<Events.Event> events,
      Displacement displacement,
      LocalProjection projection,
      double[][] places,
      CorrectedSurface.Plan plan,
      double h) {
    this.displacement = displacement;
    this.projection = projection;
    this.h = h;
    x = places[0];
    y = places[1];
    kernel = plan.kernel();
    edge = plan.edge();
    double radius =
        events.stream().mapToDouble(e -> e.uncertaintyMetres().orElse(0.0)).max().orElse(0);
    double margin = kernel.shown(h) + radius;
    plane =
        PlanarCells.over(
            IntStream.range(0, x.length).mapToDouble(i -> x[i]).min().orElse(0) - margin,
            IntStream.range(0, y.length).mapToDouble(i -> y[i]).min().orElse(0) - margin,
            IntStream.range(0, x.length).mapToDouble(i -> x[i]).max().orElse(0) + margin,
            IntStream.range(0, y.length).mapToDouble(i -> y[i]).max().orElse(0) + margin,
            h / 4,
            MOST_CELLS_ALONG);
    window = plan.bounded() ? window(plan.window()) : null;
    inside = window == null ? null : plane.inside(window, kernel, h);
  }

  /** Null when the events lie too far apart for a plane. */
  static @Nullable DisplacedSurfaces of(
      List<Events.Event> events,
      Displacement displacement,
      Coordinate centre,
      CorrectedSurface.Plan plan,
      double h) {
    LocalProjection projection = new LocalProjection(centre.x, centre.y);
    double[][] places = new double[2][events.size()];
    for (int i = 0; i < events.size(); i++) {
      Coordinate at = projection.toMetres(events.get(i).lon(), events.get(i).lat());
      if (Math.hypot(at.x, at.y) > FARTHEST) {
        return null;
      }
      places[0][i] = at.x;
      places[1][i] = at.y;
    }
    return new DisplacedSurfaces(events, displacement, projection, places, plan, h);
  }

  private double[] window(StudyWindow area) {
    double[] shares = new double[plane.size()];
    IntStream.range(0, shares.length)
        .parallel()
        .forEach(
            c -> {
              int row = c / plane.columns();
              Coordinate middle =
                  new Coordinate(
                      plane.x() + c % plane.columns() * plane.side(),
                      plane.y() + row * plane.side());
              Coordinate at = projection.toDegrees(middle);
              shares[c] = area.contains(at.x, at.y) ? 1 : 0;
            });
    return shares;
  }

  /**
   * Shares of draws in which the middle of each cell lies within the contour of each share of mass.
   *
   * @param shares of mass, ascending
   */
  float[][] stability(DegreeCells cells, double[] shares, int draws, Progress progress) {
    AtomicIntegerArray[] hits = new AtomicIntegerArray[shares.length];
    for (int s = 0; s < shares.length; s++) {
      hits[s] = new AtomicIntegerArray(plane.size());
    }
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, draws)
        .parallel()
        .forEach(
            draw -> {
              progress.at((double) done.get() / draws, "Moving events within their uncertainty");
              double[] density = draw(draw);
              double[] levels = MassLevel.ofEqualCells(density, shares);
              for (int s = 0; s < shares.length; s++) {
                for (int c = 0; c < density.length; c++) {
                  if (density[c] >= levels[s]) {
                    hits[s].incrementAndGet(c);
                  }
                }
              }
              done.incrementAndGet();
            });
    int[] planar = new int[cells.size()];
    IntStream.range(0, planar.length)
        .parallel()
        .forEach(
            c -> {
              Coordinate at =
                  projection.toMetres(
                      cells.lon(c % cells.columns()), cells.lat(c / cells.columns()));
              planar[c] = plane.cell(at.x, at.y);
            });
    float[][] stability = new float[shares.length][planar.length];
    for (int s = 0; s < shares.length; s++) {
      for (int c = 0; c < planar.length; c++) {
        stability[s][c] = planar[c] < 0 ? 0 : hits[s].get(planar[c]) / (float) draws;
      }
    }
    return stability;
  }

  private double[] draw(int draw) {
    double[] offsets = displacement.offsets(draw);
    double[] xs = new double[x.length];
    double[] ys = new double[x.length];
    double[] weights = new double[x.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x[i] + offsets[2 * i];
      ys[i] = y[i] + offsets[2 * i + 1];
      int cell = plane.cell(xs[i], ys[i]);
      weights[i] = 1;
      if (edge == EdgeCorrection.DIGGLE && inside != null && cell >= 0) {
        weights[i] = inside[cell] > 0 ? 1 / inside[cell] : 0;
      }
    }
    double[] density = plane.smooth(plane.bin(xs, ys, weights), kernel, h);
    for (int c = 0; window != null && c < density.length; c++) {
      double share = edge == EdgeCorrection.UNIFORM && inside != null ? inside[c] : 1;
      density[c] = window[c] > 0 && share > 0 ? density[c] / share : 0;
    }
    return density;
  }
}
