package org.vigie.geodata.analysis.scan;

/** How many events each step of time has, and what a window is therefore expected to hold. */
final class Calendar {

  private final int[] before;
  private final int longest;
  private final int total;
  private final double totalWeight;

  /**
   * @param perStep events of all places in each step that a window may hold
   * @param longest steps of the longest window
   * @param total all events, also those before the first step
   * @param totalWeight of all places together
   */
  Calendar(int[] perStep, int longest, int total, double totalWeight) {
    before = new int[perStep.length + 1];
    for (int s = 0; s < perStep.length; s++) {
      before[s + 1] = before[s] + perStep[s];
    }
    this.longest = Math.min(longest, perStep.length);
    this.total = total;
    this.totalWeight = totalWeight;
  }

  int steps() {
    return before.length - 1;
  }

  int longest() {
    return longest;
  }

  /** All events, those before the first step among them. */
  int total() {
    return total;
  }

  /** Events of all places from one step to another, both included. */
  int cases(int first, int last) {
    return before[last + 1] - before[first];
  }

  /**
   * By what the product of a circle's weight and the events of its steps is divided to be what is
   * expected: with events for weights, the space-time permutation's {@code (sum over places) (sum
   * over steps) / all}.
   */
  double scale() {
    return totalWeight;
  }
}
