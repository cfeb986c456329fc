package org.vigie.geodata.analysis.density;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Progress;

/**
 * HDBSCAN* after R. Campello, D. Moulavi and J. Sander, "Density-based clustering based on
 * hierarchical density estimates", PAKDD 2013: clusters of any density, each cut from the hierarchy
 * where it lasts longest.
 *
 * <p>The core distance of a point is that to its minPts-th nearest, the point itself counted. More
 * points than minPts at one place have a core distance of 0 and would be infinitely dense: no
 * distance counts as shorter than the tolerance, so everything stays finite.
 *
 * <p>Cost: near linear in distinct places; the geodesic is computed only where chords cannot tell.
 */
public final class Hdbscan {

  /** Far below anything that is measured, for points whose places are exact. */
  public static final double EXACT_METRES = 1e-9;

  private Hdbscan() {}

  /**
   * What is asked for.
   *
   * @param minPts neighbours that make a place dense, the point itself counted, from 1
   * @param minClusterSize least points of a cluster, from 2
   * @param toleranceM shorter distances count as this one, in metres above 0
   * @param allowSingleCluster whether all points together may be the one cluster
   */
  public record Options(
      int minPts, int minClusterSize, double toleranceM, boolean allowSingleCluster) {

    public Options {
      if (minPts < 1 || minClusterSize < 2 || !(toleranceM > 0)) {
        throw new IllegalArgumentException(
            "minPts "
                + minPts
                + ", minClusterSize "
                + minClusterSize
                + ", tolerance "
                + toleranceM);
      }
    }
  }

  /**
   * What is said of each point and cluster.
   *
   * @param clustering labels by the lowest point; core means in a cluster, ambiguous at equal
   *     distance between two branches of the hierarchy
   * @param coreDistance in metres; infinite when there are fewer points than minPts
   * @param membership density at which the point leaves its cluster over the greatest of its
   *     cluster, above 0 to 1; 0 for noise
   * @param probability one less core distance over the greatest of the cluster, 0 to 1, as
   *     tabulated by other packages; 0 for noise
   * @param outlier GLOSH score, 0 to 1
   * @param stability by cluster from 1 on at index 0, in 1/m
   * @param reachM by cluster: distance in metres at which the last of its points joins
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // one array element a point; boxes would outweigh the data
  public record Result(
      Clustering clustering,
      double[] coreDistance,
      double[] membership,
      double[] probability,
      double[] outlier,
      double[] stability,
      double[] reachM) {}

  /** Clusters the points of a space. */
  public static Result run(Space space, Options options, Progress progress) {
    int n = space.size();
    if (n < options.minPts || n < options.minClusterSize) {
      double[] unknown = new double[n];
      Arrays.fill(unknown, Double.POSITIVE_INFINITY);
      return new Result(
          new Clustering(new int[n], new boolean[n], new boolean[n], 0),
          unknown,
          new double[n],
          new double[n],
          new double[n],
          new double[0],
          new double[0]);
    }
    Places places = new Places(space);
    KdTree tree = new KdTree(space, places);
    progress.at(0, "core distances");
    double[] core =
        IntStream.range(0, places.size())
            .parallel()
            .mapToDouble(p -> tree.distanceToNearest(places.firstPoint(p), options.minPts))
            .toArray();
    SpanningTree edges = new SpanningTree(space, places, tree, core, progress.part(0.2, 0.9));
    MergeTree merges = new MergeTree(places, core, edges);
    CondensedTree condensed =
        new CondensedTree(
            merges, places, options.minClusterSize, options.toleranceM, options.allowSingleCluster);
    return new Labels(places, core, merges, condensed, options).result(n);
  }

  /** Turns what is known of places and branches into what is said of points and clusters. */
  private static final class Labels {

    private final Places places;
    private final double[] core;
    private final MergeTree merges;
    private final CondensedTree condensed;
    private final Options options;
    private final int[] number;
    private final double[] densest;
    private final double[] widestCore;
    private final double[] reach;
    private int clusters;

    Labels(
        Places places, double[] core, MergeTree merges, CondensedTree condensed, Options options) {
      this.places = places;
      this.core = core;
      this.merges = merges;
      this.condensed = condensed;
      this.options = options;
      int branches = condensed.branches().size();
      number = new int[branches];
      densest = new double[branches];
      widestCore = new double[branches];
      reach = new double[branches];
      for (int place = 0; place < core.length; place++) {
        int at = condensed.selected(place);
        if (at >= 0) {
          number[at] = number[at] == 0 ? ++clusters : number[at];
          densest[at] = Math.max(densest[at], condensed.density(condensed.leftAt(place)));
          widestCore[at] = Math.max(widestCore[at], core[place]);
          reach[at] = Math.max(reach[at], condensed.leftAt(place));
        }
      }
    }

    Result result(int n) {
      int[] label = new int[n];
      boolean[] inside = new boolean[n];
      boolean[] ambiguous = new boolean[n];
      double[] coreDistance = new double[n];
      double[] membership = new double[n];
      double[] probability = new double[n];
      double[] outlier = new double[n];
      for (int i = 0; i < n; i++) {
        int place = places.of(i);
        int at = condensed.selected(place);
        coreDistance[i] = core[place];
        outlier[i] = merges.outlierScore(place, options.minClusterSize, options.toleranceM);
        ambiguous[i] = condensed.between(place);
        if (at >= 0) {
          label[i] = number[at];
          inside[i] = true;
          membership[i] = condensed.density(condensed.leftAt(place)) / densest[at];
          probability[i] = widestCore[at] == 0 ? 1 : 1 - core[place] / widestCore[at];
        }
      }
      double[] stability = new double[clusters];
      double[] reachM = new double[clusters];
      for (int at = 0; at < number.length; at++) {
        if (number[at] > 0) {
          stability[number[at] - 1] = condensed.branches().get(at).stability();
          reachM[number[at] - 1] = reach[at];
        }
      }
      return new Result(
          new Clustering(label, inside, ambiguous, clusters),
          coreDistance,
          membership,
          probability,
          outlier,
          stability,
          reachM);
    }
  }
}
