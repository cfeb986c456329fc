package org.vigie.geodata.analysis.scan;

/**
 * Events counted by place and step, in rows: those of place p stand from {@code start[p]} to {@code
 * start[p + 1]}, the steps of a place ascending. Arrays, because a scan goes through them a
 * thousand times.
 *
 * @param start one more than places
 * @param step of each row
 * @param count of each row, above 0
 * @param total sum of the counts
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loop
record Cases(int[] start, int[] step, int[] count, int total) {

  /**
   * Counts events. Linear: sorted by step, then by place, each by counting.
   *
   * @param place of each event
   * @param step of each event; those outside 0 to {@code steps} - 1 are left out
   */
  static Cases of(int places, int steps, int[] place, int[] step) {
    int[] inStep = new int[steps + 1];
    int kept = 0;
    for (int s : step) {
      if (s >= 0 && s < steps) {
        inStep[s + 1]++;
        kept++;
      }
    }
    for (int s = 0; s < steps; s++) {
      inStep[s + 1] += inStep[s];
    }
    int[] byStep = new int[kept];
    int[] start = new int[places + 1];
    for (int i = 0; i < step.length; i++) {
      if (step[i] >= 0 && step[i] < steps) {
        byStep[inStep[step[i]]++] = i;
        start[place[i] + 1]++;
      }
    }
    for (int p = 0; p < places; p++) {
      start[p + 1] += start[p];
    }
    int[] next = start.clone();
    int[] sorted = new int[kept];
    for (int event : byStep) {
      sorted[next[place[event]]++] = step[event];
    }
    return joined(places, start, sorted, kept);
  }

  private static Cases joined(int places, int[] start, int[] sorted, int total) {
    int[] from = new int[places + 1];
    int[] steps = new int[total];
    int[] counts = new int[total];
    int rows = 0;
    for (int p = 0; p < places; p++) {
      from[p] = rows;
      for (int i = start[p]; i < start[p + 1]; i++) {
        if (i > start[p] && sorted[i] == steps[rows - 1]) {
          counts[rows - 1]++;
        } else {
          steps[rows] = sorted[i];
          counts[rows++] = 1;
        }
      }
    }
    from[places] = rows;
    return new Cases(from, steps, counts, total);
  }
}
