package org.vigie.geodata.analysis.density;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.analysis.Table;

/**
 * Clusters, by whichever method.
 *
 * @param clustering labels of the events
 * @param reachM by cluster from 1 on at index 0: the distance in metres that holds its events
 *     together, by which its area is drawn
 * @param hierarchy what only HDBSCAN says
 * @param tables what only this method has to show
 */
@SuppressWarnings(
    "ArrayRecordComponent") // one array element a cluster; boxes would outweigh the data
record Found(
    Clustering clustering,
    double[] reachM,
    Optional<Hdbscan.Result> hierarchy,
    List<Table> tables) {

  /** Clusters that one distance makes. */
  static Found of(Clustering clustering, double eps) {
    double[] reach = new double[clustering.clusters()];
    java.util.Arrays.fill(reach, eps);
    return new Found(clustering, reach, Optional.empty(), List.of());
  }
}
