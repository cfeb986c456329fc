package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.List;

/**
 * The valleys of a reachability plot between a slope down and a slope up that are steep by a share
 * xi (Ankerst and others 1999, section 4.3), with the end of each drawn back to where it was
 * reached from within (E. Schubert and M. Gertz, "Improving the cluster structure extracted from
 * OPTICS plots", LWDA 2018).
 *
 * <p>Cost: linear but for the slopes, each up by each down before it.
 */
final class XiValleys {

  private final Reachability plot;
  private final double xi;
  private final int minPts;
  private final int least;
  private final int n;
  private final int[] position;

  /** Slopes down that may still begin a valley. */
  private final List<Slope> down = new ArrayList<>();

  private final List<Reachability.Valley> valleys = new ArrayList<>();

  /** A slope with the highest the plot has risen to since. */
  private static final class Slope {
    private final int from;
    private final int to;
    private double since;

    Slope(int from, int to) {
      this.from = from;
      this.to = to;
    }
  }

  private XiValleys(Reachability plot, double xi, int minPts, int least) {
    this.plot = plot;
    this.xi = xi;
    this.minPts = minPts;
    this.least = least;
    n = plot.order().length;
    position = new int[n];
    for (int i = 0; i < n; i++) {
      position[plot.order()[i]] = i;
    }
  }

  /**
   * The valleys, inner ones first.
   *
   * @param xi share by which the plot falls or rises from one point to the next where it is steep,
   *     above 0 and below 1
   * @param minPts so many points in a row may be level on a slope
   * @param least points that make a cluster, from 2
   */
  static List<Reachability.Valley> of(Reachability plot, double xi, int minPts, int least) {
    XiValleys run = new XiValleys(plot, xi, minPts, least);
    run.find();
    return run.valleys;
  }

  private void find() {
    double since = 0;
    int i = 0;
    while (i < n) {
      since = Math.max(since, height(i));
      if (isSteep(i, -1)) {
        forget(since);
        Slope slope = slope(i, -1);
        down.add(slope);
        i = slope.to + 1;
        since = height(i);
      } else if (isSteep(i, 1)) {
        forget(since);
        Slope slope = slope(i, 1);
        i = slope.to + 1;
        since = height(i);
        close(slope);
      } else {
        i++;
      }
    }
  }

  /** Height of the plot; it ends at a wall. */
  private double height(int i) {
    return i < n ? plot.reach()[i] : Double.POSITIVE_INFINITY;
  }

  /** Whether the plot falls (-1) or rises (1) steeply from here to the next. */
  private boolean isSteep(int i, int direction) {
    double from = direction < 0 ? height(i + 1) : height(i);
    double to = direction < 0 ? height(i) : height(i + 1);
    return from < to && from <= to * (1 - xi);
  }

  /** The longest slope from a steep point that never turns and is level for minPts at most. */
  private Slope slope(int from, int direction) {
    int last = from;
    int level = 0;
    for (int i = from + 1; i < n; i++) {
      boolean turns = direction < 0 ? height(i + 1) > height(i) : height(i + 1) < height(i);
      if (isSteep(i, direction)) {
        level = 0;
        last = i;
      } else if (turns || ++level > minPts) {
        break;
      }
    }
    return new Slope(from, last);
  }

  /** Drops the slopes down that the plot has risen above since; no valley spans two walks. */
  private void forget(double since) {
    down.removeIf(
        slope -> since == Double.POSITIVE_INFINITY || since > height(slope.from) * (1 - xi));
    down.forEach(slope -> slope.since = Math.max(slope.since, since));
  }

  private void close(Slope up) {
    double end = height(up.to + 1);
    for (int k = down.size() - 1; k >= 0; k--) {
      Slope slope = down.get(k);
      if (slope.since > end * (1 - xi)) {
        continue;
      }
      int from = slope.from;
      int to = up.to;
      double top = height(slope.from);
      if (top * (1 - xi) >= end) {
        while (from < slope.to && height(from + 1) > end) {
          from++;
        }
      } else if (end * (1 - xi) >= top) {
        while (to > up.from && height(to - 1) > top) {
          to--;
        }
      }
      to = drawnBack(from, to);
      if (from <= slope.to && to >= up.from && to - from + 1 >= least) {
        valleys.add(new Reachability.Valley(from, to));
      }
    }
  }

  /** The last position whose point lies below the start or was reached from within the valley. */
  private int drawnBack(int from, int to) {
    int end = to;
    while (end > from) {
      int predecessor = plot.predecessor()[end];
      boolean inside =
          predecessor >= 0 && position[predecessor] >= from && position[predecessor] < end;
      if (height(from) > height(end) || inside) {
        return end;
      }
      end--;
    }
    return end;
  }
}
