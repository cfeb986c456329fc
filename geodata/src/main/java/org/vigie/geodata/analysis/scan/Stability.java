package org.vigie.geodata.analysis.scan;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Displacement;
import org.vigie.geodata.analysis.Progress;

/**
 * Whether a cluster is still found when events stand elsewhere within their stated uncertainty. In
 * each draw all events are moved and circles are drawn about the cluster's own events; it stays
 * when the best of their windows is still above the critical value of the replications and shares
 * at least half its events with the cluster (a Jaccard index of one half, as in C. Hennig,
 * "Cluster-wise assessment of cluster stability", Computational Statistics and Data Analysis 52,
 * 2007). The critical value is that of the unmoved places: drawing it anew for every draw would
 * cost a whole analysis each and moves it little.
 */
final class Stability {

  /** Beyond, the draws cost more than the scan itself. */
  static final int MOST_EVENTS = 100_000;

  private static final double SAME = 0.5;

  /** Of a cluster with more events, evenly by number. */
  private static final int MOST_CENTRES = 40;

  private final Displacement displacement;
  private final Moved moved;
  private final int draws;

  /** Scans events that stand elsewhere, with circles about some of them. */
  @FunctionalInterface
  interface Moved {

    /**
     * @param lon degrees of each event
     * @param lat degrees of each event
     * @param centres events that circles are about
     */
    Survey survey(double[] lon, double[] lat, BitSet centres);
  }

  Stability(Displacement displacement, Moved moved, int draws) {
    this.displacement = displacement;
    this.moved = moved;
    this.draws = draws;
  }

  /**
   * The share of draws in which each cluster stays, 0 to 1.
   *
   * @param clusters the events of each, by number
   * @param critical likelihood ratio from which on a window is significant
   */
  double[] shares(List<BitSet> clusters, double critical, Progress progress) {
    int[] stayed = new int[clusters.size()];
    for (int draw = 0; draw < draws; draw++) {
      progress.at((double) draw / draws, "moving events within their uncertainty");
      double[][] places = displacement.places(draw);
      boolean[] stays = new boolean[clusters.size()];
      IntStream.range(0, stays.length)
          .parallel()
          .forEach(
              c -> {
                progress.at(0, "moving events within their uncertainty");
                Survey survey = moved.survey(places[0], places[1], some(clusters.get(c)));
                stays[c] =
                    survey.scan().windows(1, () -> {}).stream()
                        .anyMatch(
                            w ->
                                w.llr() >= critical
                                    && Survey.jaccard(survey.events(w), clusters.get(c)) >= SAME);
              });
      for (int c = 0; c < stays.length; c++) {
        stayed[c] += stays[c] ? 1 : 0;
      }
    }
    return IntStream.of(stayed).mapToDouble(n -> (double) n / draws).toArray();
  }

  private static BitSet some(BitSet cluster) {
    int[] members = cluster.stream().toArray();
    BitSet some = new BitSet();
    int taken = Math.min(members.length, MOST_CENTRES);
    for (int i = 0; i < taken; i++) {
      some.set(members[(int) ((long) i * members.length / taken)]);
    }
    return some;
  }
}
