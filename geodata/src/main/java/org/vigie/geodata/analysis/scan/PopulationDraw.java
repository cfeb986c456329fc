package org.vigie.geodata.analysis.scan;

import java.util.Arrays;
import java.util.SplittableRandom;

/** As many events as observed, each anywhere with the chance of the population there. */
final class PopulationDraw implements Chance {

  private final double[] upTo;
  private final int events;

  /**
   * @param population of each place, 0 or more, above 0 in sum
   */
  PopulationDraw(double[] population, int events) {
    this.upTo = population.clone();
    Arrays.parallelPrefix(upTo, Double::sum);
    this.events = events;
  }

  @Override
  public Cases draw(SplittableRandom random) {
    int[] place = new int[events];
    for (int i = 0; i < events; i++) {
      place[i] = at(random.nextDouble() * upTo[upTo.length - 1]);
    }
    return Cases.of(upTo.length, 1, place, new int[events]);
  }

  /** The first place up to which there is more than the value. */
  private int at(double value) {
    int low = 0;
    int high = upTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] > value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
