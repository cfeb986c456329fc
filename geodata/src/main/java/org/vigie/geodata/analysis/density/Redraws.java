package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Displacement;
import org.vigie.geodata.analysis.Progress;

/**
 * What becomes of clusters when every event is moved within its stated uncertainty and they are
 * found again, many times (C. Hennig, "Cluster-wise assessment of cluster stability", Computational
 * Statistics and Data Analysis 52, 2007, with this movement instead of the bootstrap). In a draw a
 * cluster is matched with the one of greatest Jaccard similarity of members; below one half it
 * counts as dissolved.
 *
 * <p>Cost: that of the method for each draw, on all cores.
 */
final class Redraws {

  private static final double DISSOLVED = 0.5;

  /** Labels of all draws of a million events together would not fit in memory. */
  private static final int AT_ONCE = 16;

  private final int draws;

  /** By cluster from 1 on at index 0. */
  private final int[] recovered;

  private final double[] similarity;

  /** By cluster: over all draws and members, how often a member was in some cluster. */
  private final long[] kept;

  private final int[] sizes;

  /** By event: draws in which it was in some cluster. */
  private final int[] clustered;

  /**
   * @param again finds the clusters of moved places
   */
  Redraws(
      Displacement displacement,
      Clustering found,
      int draws,
      BiFunction<Space, Progress, Clustering> again,
      Progress progress) {
    this.draws = draws;
    int n = found.label().length;
    sizes = new int[found.clusters()];
    for (int label : found.label()) {
      if (label > 0) {
        sizes[label - 1]++;
      }
    }
    recovered = new int[found.clusters()];
    similarity = new double[found.clusters()];
    kept = new long[found.clusters()];
    clustered = new int[n];
    AtomicInteger done = new AtomicInteger();
    for (int from = 0; from < draws; from += AT_ONCE) {
      List<Clustering> some =
          IntStream.range(from, Math.min(draws, from + AT_ONCE))
              .parallel()
              .mapToObj(
                  draw -> {
                    Progress within =
                        (share, doing) -> progress.at((double) done.get() / draws, "moving events");
                    within.at(0, "");
                    double[][] places = displacement.places(draw);
                    Clustering moved = again.apply(new GeodesicSpace(places[0], places[1]), within);
                    done.incrementAndGet();
                    return moved;
                  })
              .toList();
      // In the order of the draws, so that sums do not depend on which thread was faster.
      some.forEach(draw -> add(found, draw));
    }
  }

  /** Share of draws in which a cluster is found again. */
  double stability(int cluster) {
    return (double) recovered[cluster - 1] / draws;
  }

  /** Mean over the draws of the similarity of a cluster to its best match, 0 to 1. */
  double similarity(int cluster) {
    return similarity[cluster - 1] / draws;
  }

  /** Mean share of a cluster's events that are in some cluster when moved. */
  double shareInJitter(int cluster) {
    return (double) kept[cluster - 1] / ((long) draws * sizes[cluster - 1]);
  }

  /** Share of draws in which an event is in some cluster. */
  double shareInJitterOfEvent(int event) {
    return (double) clustered[event] / draws;
  }

  private void add(Clustering found, Clustering draw) {
    int[] sizesInDraw = new int[draw.clusters() + 1];
    List<int[]> common = new ArrayList<>();
    int[] label = found.label();
    for (int i = 0; i < label.length; i++) {
      sizesInDraw[draw.label()[i]]++;
      if (draw.label()[i] > 0) {
        clustered[i]++;
        if (label[i] > 0) {
          kept[label[i] - 1]++;
          common.add(new int[] {label[i] - 1, draw.label()[i]});
        }
      }
    }
    common.sort((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(a[1], b[1]));
    double[] best = new double[found.clusters()];
    for (int from = 0, to; from < common.size(); from = to) {
      to = from;
      while (to < common.size() && Arrays.equals(common.get(to), common.get(from))) {
        to++;
      }
      int cluster = common.get(from)[0];
      int shared = to - from;
      double union = (double) sizes[cluster] + sizesInDraw[common.get(from)[1]] - shared;
      best[cluster] = Math.max(best[cluster], shared / union);
    }
    for (int cluster = 0; cluster < best.length; cluster++) {
      similarity[cluster] += best[cluster];
      recovered[cluster] += best[cluster] >= DISSOLVED ? 1 : 0;
    }
  }
}
