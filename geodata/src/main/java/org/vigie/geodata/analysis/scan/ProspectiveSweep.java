package org.vigie.geodata.analysis.scan;

import java.util.Arrays;

/** Windows that end with the last step: what is going on now. */
final class ProspectiveSweep extends Sweep {

  private final int last;
  private final int longest;

  /** Events of all places in the last k + 1 steps. */
  private final double[] since;

  private final int[] counts;
  private int inside;
  private int latest;

  ProspectiveSweep(Calendar calendar, Cases cases, int leastCases) {
    super(calendar, cases, leastCases);
    last = calendar.steps() - 1;
    longest = calendar.longest();
    counts = new int[longest];
    latest = longest;
    since = new double[longest];
    Arrays.setAll(since, back -> calendar.cases(last - back, last));
  }

  @Override
  void empty() {
    Arrays.fill(counts, 0);
    inside = 0;
    latest = longest;
  }

  @Override
  void enter(int step, int count) {
    int back = last - step;
    counts[back] += count;
    inside += count;
    latest = Math.min(latest, back);
  }

  @Override
  void look(double weight, int centre, int places) {
    if (mayBeat(inside, weight * since[latest])) {
      int events = 0;
      for (int back = 0; back < longest; back++) {
        events += counts[back];
        if (back >= latest) {
          offer(events, weight * since[back], centre, places, last - back, last);
        }
      }
    }
    latest = longest;
  }
}
