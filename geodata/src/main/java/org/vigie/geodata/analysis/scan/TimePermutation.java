package org.vigie.geodata.analysis.scan;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The times of the events shuffled over their places: each place keeps its number of events, each
 * step too (M. Kulldorff, R. Heffernan, J. Hartman, R. Assunção and F. Mostashari, "A space-time
 * permutation scan statistic for disease outbreak detection", PLoS Medicine 2(3):e59, 2005).
 */
@SuppressWarnings("ArrayRecordComponent") // shuffled by the thousand
record TimePermutation(int places, int steps, int[] place, int[] step) implements Chance {

  /**
   * @param place of each event
   * @param step of each event; those before step 0 are never inside a window, and where they go is
   *     not drawn
   */
  TimePermutation {
    step = Arrays.stream(step).filter(s -> s >= 0).toArray();
  }

  @Override
  public Cases draw(SplittableRandom random) {
    int[] shuffled = place.clone();
    // Fisher and Yates, only as far as there are times that matter.
    for (int i = 0; i < step.length; i++) {
      int j = i + random.nextInt(shuffled.length - i);
      int swap = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = swap;
    }
    return Cases.of(places, steps, Arrays.copyOf(shuffled, step.length), step);
  }
}
