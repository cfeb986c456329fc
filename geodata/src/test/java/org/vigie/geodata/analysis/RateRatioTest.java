package org.vigie.geodata.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateRatioTest {

  /**
   * References made with SciPy 1.17: beta.ppf for the interval, binom.cdf and binom.sf for p. The
   * interval of 11 and 21 times 3011/800 is the 0.858 to 4.277 that the manual of R's poisson.test
   * prints for its example.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 3, 0, 2.4199518933533923, 0.25",
    "3, 0, 0.41323135503089387, , 0.25",
    "0, 0, 0, , 1",
    "1, 1, 0.012739367083666617, 78.49683531626285, 1",
    "7, 3, 0.5326778017875827, 13.983627874302119, 0.34375",
    "11, 21, 0.22807742368426162, 1.1364373148200797, 0.11018416518345475",
    "12, 30, 0.18650910683417898, 0.8045290900361229, 0.007915897334896727",
    "4, 14, 0.06848114449863332, 0.9097555179812159, 0.0308837890625",
    "100, 130, 0.5866825516233355, 1.0060744072846695, 0.05561357778139238",
    "49773, 50210, 0.9790635644890596, 1.0036822232301366, 0.16793443699734195",
    "1000000, 1002000, 0.9952419287811539, 1.0007737188221746, 0.15771445281314467"
  })
  void intervalAndProbabilityAreThoseOfTheReference(
      long now, long before, double low, Double high, double p) {
    RateRatio ratio = RateRatio.of(now, before);
    assertThat(ratio.low()).isCloseTo(low, within(1e-8 * (1 + low)));
    assertThat(ratio.p()).isCloseTo(p, within(1e-8));
    if (high == null) {
      assertThat(ratio.high()).isNull();
      assertThat(ratio.ratio()).isNull();
    } else {
      assertThat(ratio.high()).isCloseTo(high, within(1e-8 * (1 + high)));
    }
  }

  @Test
  void theIntervalLeavesOutOneJustWhenTheProbabilityIsBelowFivePerCent() {
    Random random = new Random(20261121);
    for (int i = 0; i < 2_000; i++) {
      RateRatio ratio = RateRatio.of(random.nextInt(60), random.nextInt(60));
      assertThat(ratio.mayBeChance()).as(ratio.toString()).isEqualTo(ratio.p() >= 0.05);
    }
  }

  /** At least as often as it says, for small counts and larger ones, whatever the true ratio. */
  @Test
  void theTrueRatioIsInTheIntervalNineteenTimesInTwenty() {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    Random random = new Random(seed);
    for (double[] rates : new double[][] {{2, 2}, {5, 10}, {40, 20}}) {
      int covered = 0;
      int rounds = 4_000;
      for (int i = 0; i < rounds; i++) {
        RateRatio ratio = RateRatio.of(poisson(random, rates[0]), poisson(random, rates[1]));
        double truth = rates[0] / rates[1];
        covered += ratio.low() <= truth && (ratio.high() == null || ratio.high() >= truth) ? 1 : 0;
      }
      assertThat(covered / (double) rounds).as("seed %s, %s", seed, rates[0]).isGreaterThan(0.94);
    }
  }

  private static int poisson(Random random, double rate) {
    double limit = Math.exp(-rate);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
