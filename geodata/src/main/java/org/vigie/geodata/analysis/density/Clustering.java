package org.vigie.geodata.analysis.density;

import java.util.Arrays;

/**
 * What DBSCAN says of each point.
 *
 * @param label 0 for noise, else the cluster from 1, numbered by the lowest core point
 * @param core whether at least minPts points, itself included, lie within eps
 * @param ambiguous whether a border point has core points of several clusters within eps
 * @param clusters number of clusters
 */
@SuppressWarnings(
    "ArrayRecordComponent") // one array element a point; boxes would outweigh the data
public record Clustering(int[] label, boolean[] core, boolean[] ambiguous, int clusters) {

  public int noise() {
    return (int) Arrays.stream(label).filter(l -> l == 0).count();
  }
}
