package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.geodata.analysis.Table;

/**
 * The sorted distances to the k-th nearest neighbour, by which eps is chosen (Ester and others,
 * 1996, section 4.2).
 *
 * @param k the neighbour, the point itself counted as the first
 * @param sorted distances in metres, ascending
 * @param points number of points the distances were taken from; fewer than the space has when it is
 *     large
 */
@SuppressWarnings(
    "ArrayRecordComponent") // one array element a point; boxes would outweigh the data
public record DistanceCurve(int k, double[] sorted, int points) {

  private static final int SAMPLE = 20_000;

  /**
   * Every point of a small space, evenly spaced ones by number of a large one; empty when the space
   * has fewer than k points.
   */
  public static DistanceCurve of(Space space, int k) {
    int n = space.size();
    if (n < k) {
      return new DistanceCurve(k, new double[0], 0);
    }
    KdTree tree = new KdTree(space, new Places(space));
    int taken = Math.min(n, SAMPLE);
    double[] distances = new double[taken];
    for (int i = 0; i < taken; i++) {
      distances[i] = tree.distanceToNearest((int) ((long) i * n / taken), k);
    }
    Arrays.sort(distances);
    return new DistanceCurve(k, distances, taken);
  }

  /**
   * The knee of the curve: the distance at the point farthest below the straight line between the
   * curve's ends (V. Satopää and others, "Finding a kneedle in a haystack", 2011, with no
   * smoothing); NaN when the curve is flat or empty.
   */
  public double knee() {
    if (sorted.length < 3 || sorted[sorted.length - 1] == sorted[0]) {
      return Double.NaN;
    }
    double low = sorted[0];
    double range = sorted[sorted.length - 1] - low;
    double best = 0;
    double knee = Double.NaN;
    for (int i = 0; i < sorted.length; i++) {
      double below = (double) i / (sorted.length - 1) - (sorted[i] - low) / range;
      if (below > best) {
        best = below;
        knee = sorted[i];
      }
    }
    return knee;
  }

  /** Evenly spaced values of the curve from the smallest to the largest, for drawing. */
  public double[] quantiles(int count) {
    if (sorted.length <= count) {
      return sorted.clone();
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = sorted[(int) ((long) i * (sorted.length - 1) / (count - 1))];
    }
    return values;
  }

  /** The same values as rows, with the share of events that have their k-th neighbour as near. */
  Table table(int count) {
    double[] values = quantiles(count);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      rows.add(List.of(values.length == 1 ? 1.0 : i / (values.length - 1.0), values[i]));
    }
    return new Table(
        "k-distance",
        "Distance to the nearest " + k + " events, itself counted",
        List.of(
            new Table.Column("share", "Share of events", "1"),
            new Table.Column("distanceM", "Distance", "m")),
        rows);
  }
}
