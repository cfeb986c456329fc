package org.vigie.geodata.analysis.repeat;

import java.util.stream.IntStream;

/**
 * The same test with times compared only within twelve months: a season, or growth in one part of
 * the area, also brings pairs close in both, but hardly within a year of it. Years are counted back
 * from the last day and once more moved by half a year, since a border may cut a series; what
 * counts is the more cautious of the two.
 *
 * @param ratio pairs over those expected within the years, the smaller of the two; NaN where none
 *     is expected
 * @param z standard deviations above the mean, likewise; NaN without variance
 */
@SuppressWarnings("ArrayRecordComponent") // a small matrix each
record Blocks(double[][] ratio, double[][] z) {

  static final int DAYS = 365;

  private static final int[] SHIFTS = {0, DAYS / 2};

  /** Linear in the pairs. */
  static Blocks of(ClosePairs pairs, int[] days, DayBands dayBands) {
    double[][] ratio = new double[pairs.bands()][dayBands.count()];
    double[][] z = new double[pairs.bands()][dayBands.count()];
    int last = IntStream.of(days).max().orElse(0);
    int first = IntStream.of(days).min().orElse(0);
    for (int shift : SHIFTS) {
      int[] block = IntStream.of(days).map(d -> (last - d + shift) / DAYS).toArray();
      KnoxTable table =
          KnoxTable.of(pairs, days, dayBands, block, (last - first + shift) / DAYS + 1);
      for (int s = 0; s < ratio.length; s++) {
        for (int t = 0; t < ratio[s].length; t++) {
          double expected = table.expected()[s][t];
          double one = expected > 0 ? table.observed()[s][t] / expected : Double.NaN;
          ratio[s][t] = shift == 0 ? one : Math.min(ratio[s][t], one);
          z[s][t] = shift == 0 ? table.z(s, t) : Math.min(z[s][t], table.z(s, t));
        }
      }
    }
    return new Blocks(ratio, z);
  }
}
