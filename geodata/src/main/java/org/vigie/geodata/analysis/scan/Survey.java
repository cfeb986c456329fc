package org.vigie.geodata.analysis.scan;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** One scan over events that stand on a ground, with what is needed to say who is in a window. */
final class Survey {

  private final Ground ground;
  private final int[] steps;
  private final Neighbourhoods circles;
  private final Scan scan;

  /**
   * @param steps of each event
   * @param centres places that circles are about
   */
  Survey(Ground ground, int[] steps, ScanSettings settings, IntPredicate centres, Runnable tick) {
    this.ground = ground;
    this.steps = steps;
    circles = ground.circles(settings.maxRadius(), settings.maxShare(), centres, tick);
    scan =
        settings.byPopulation()
            ? Scan.poisson(circles, counts(ground), settings.leastEvents())
            : Scan.permutation(
                circles,
                ground.placeOf(),
                steps,
                settings.steps(),
                settings.longest(),
                settings.prospective(),
                settings.leastEvents());
  }

  Ground ground() {
    return ground;
  }

  Scan scan() {
    return scan;
  }

  int[] places(Window window) {
    return circles.members(window.centre(), window.places());
  }

  /** Metres from the centre of a window to its farthest place. */
  double radius(Window window) {
    int[] places = places(window);
    return circles.distance(window.centre(), places[places.length - 1]);
  }

  /** The events in a window, by number. */
  BitSet events(Window window) {
    boolean[] inside = new boolean[ground.places()];
    for (int place : places(window)) {
      inside[place] = true;
    }
    BitSet events = new BitSet(steps.length);
    for (int i = 0; i < steps.length; i++) {
      if (inside[ground.placeOf()[i]]
          && steps[i] >= window.firstStep()
          && steps[i] <= window.lastStep()) {
        events.set(i);
      }
    }
    return events;
  }

  /** Shared of all in either, 0 to 1; 1 when both are empty (P. Jaccard, 1912). */
  static double jaccard(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    BitSet either = (BitSet) a.clone();
    either.or(b);
    return either.isEmpty() ? 1 : (double) both.cardinality() / either.cardinality();
  }

  private static int[] counts(Ground ground) {
    int[] counts = new int[ground.places()];
    for (int place : ground.placeOf()) {
      counts[place]++;
    }
    return counts;
  }
}
