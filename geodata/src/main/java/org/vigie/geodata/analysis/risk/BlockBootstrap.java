package org.vigie.geodata.analysis.risk;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.vigie.geodata.analysis.Seed;

/**
 * Interval of a difference of two hit rates on the same days. Days follow each other closely and
 * their horizons overlap, so whole blocks of neighbours are drawn again (H. R. Künsch, Annals of
 * Statistics 17, 1989, moving blocks).
 *
 * @param low 2.5 percent of the draws lie below
 * @param high 2.5 percent lie above
 */
record BlockBootstrap(double difference, double low, double high) {

  private static final int DRAWS = 1_999;

  /**
   * @param one trial whose rate the other's is taken from
   * @param area index in {@link Trial#AREAS}
   * @param block days that are drawn together
   */
  static BlockBootstrap of(Trial one, Trial other, int area, int block, Seed seed) {
    int days = one.events().length;
    int length = Math.max(1, Math.min(block, days));
    double[] draws = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      SplittableRandom random = seed.stream(draw, area);
      long more = 0;
      long events = 0;
      for (int filled = 0; filled < days; ) {
        int start = random.nextInt(days - length + 1);
        for (int i = start; i < start + length && filled < days; i++, filled++) {
          more += one.hits()[i][area] - other.hits()[i][area];
          events += one.events()[i];
        }
      }
      draws[draw] = events == 0 ? 0 : (double) more / events;
    }
    Arrays.sort(draws);
    return new BlockBootstrap(
        one.hitRate(area) - other.hitRate(area),
        draws[(DRAWS + 1) / 40 - 1],
        draws[DRAWS - (DRAWS + 1) / 40]);
  }
}
