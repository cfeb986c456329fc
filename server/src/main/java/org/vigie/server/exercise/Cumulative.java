package org.vigie.server.exercise;

import java.util.Arrays;

/** Draws indexes in proportion to weights, in logarithmic time. */
final class Cumulative {

  private final double[] sums;

  Cumulative(double[] weights) {
    sums = weights.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    if (sums.length == 0 || !(sums[sums.length - 1] > 0)) {
      throw new IllegalArgumentException("the weights add up to nothing");
    }
  }

  int draw(Dice dice) {
    int at = Arrays.binarySearch(sums, dice.next() * sums[sums.length - 1]);
    return Math.min(sums.length - 1, at < 0 ? -at - 1 : at + 1);
  }
}
