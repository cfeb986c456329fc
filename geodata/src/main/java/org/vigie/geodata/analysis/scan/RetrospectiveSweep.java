package org.vigie.geodata.analysis.scan;

/** Windows of any steps in a row, no longer than the longest. */
final class RetrospectiveSweep extends Sweep {

  private final Calendar calendar;
  private final int steps;
  private final int longest;
  private final int[] counts;

  /** Steps with events inside, in the order in which they came. */
  private final int[] touched;

  private int touchedSteps;

  /** Steps that events have entered since the last look. */
  private final int[] fresh;

  private int freshSteps;
  private final boolean[] isFresh;

  /** Events inside after the step looked at, up to each later one. */
  private final int[] after;

  RetrospectiveSweep(Calendar calendar, Cases cases, int leastCases) {
    super(calendar, cases, leastCases);
    this.calendar = calendar;
    steps = calendar.steps();
    longest = calendar.longest();
    counts = new int[steps];
    touched = new int[steps];
    fresh = new int[steps];
    isFresh = new boolean[steps];
    after = new int[longest];
  }

  @Override
  void empty() {
    for (int i = 0; i < touchedSteps; i++) {
      counts[touched[i]] = 0;
    }
    touchedSteps = 0;
    forgetFresh();
  }

  @Override
  void enter(int step, int count) {
    if (counts[step] == 0) {
      touched[touchedSteps++] = step;
    }
    counts[step] += count;
    if (!isFresh[step]) {
      isFresh[step] = true;
      fresh[freshSteps++] = step;
    }
  }

  @Override
  void look(double weight, int centre, int places) {
    for (int i = 0; i < freshSteps; i++) {
      lookAbout(fresh[i], weight, centre, places);
    }
    forgetFresh();
  }

  private void lookAbout(int step, double weight, int centre, int places) {
    int end = Math.min(steps, step + longest) - step;
    for (int on = 1; on < end; on++) {
      after[on] = after[on - 1] + counts[step + on];
    }
    int upTo = 0;
    for (int first = step; first >= Math.max(0, step - longest + 1); first--) {
      upTo += counts[first];
      int on = Math.min(end, first + longest - step);
      // The most events and the least expectation of all windows from here on.
      if (!mayBeat(upTo + after[on - 1], weight * calendar.cases(first, step))) {
        continue;
      }
      for (int k = 0; k < on; k++) {
        offer(
            upTo + after[k],
            weight * calendar.cases(first, step + k),
            centre,
            places,
            first,
            step + k);
      }
    }
  }

  private void forgetFresh() {
    for (int i = 0; i < freshSteps; i++) {
      isFresh[fresh[i]] = false;
    }
    freshSteps = 0;
  }
}
