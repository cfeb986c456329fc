package org.vigie.geodata.analysis.local;

import org.vigie.geodata.analysis.FalseDiscovery;
import org.vigie.geodata.analysis.grid.Neighbours;

/** How units are tested: the same for the events as they stand, moved, and in other cells. */
record LocalTesting(Statistic statistic, Intensity intensity, FalseDiscovery fdr) {

  /**
   * @param counts events in each unit
   */
  Outcome of(double[] counts, Neighbours neighbours) {
    return new Outcome(intensity.of(counts, neighbours), neighbours, statistic, fdr);
  }
}
