package org.vigie.geodata.analysis.emerging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MannKendallTest {

  private static final long SEED = Long.getLong("vigie.seed", 20_261_121);

  @Test
  void tooShortOrConstantSeriesHaveNoTrend() {
    for (double[] series : new double[][] {{}, {3}, {2, 2, 2, 2, 2, 2}}) {
      MannKendall trend = MannKendall.of(series);
      assertThat(trend.s()).isZero();
      assertThat(trend.p()).isEqualTo(1);
      assertThat(trend.slope()).isZero();
      assertThat(trend.correctedP()).isEqualTo(1);
      assertThat(trend.trend()).isZero();
    }
  }

  @Test
  void turningTheTimeRoundTurnsTheTrendRound() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int draw = 0; draw < 50; draw++) {
      double[] series = random.ints(random.nextInt(3, 40), 0, 12).asDoubleStream().toArray();
      double[] reversed = new double[series.length];
      Arrays.setAll(reversed, i -> series[series.length - 1 - i]);
      double[] scaled = Arrays.stream(series).map(x -> 5 * x + 100).toArray();
      MannKendall trend = MannKendall.of(series);
      assertThat(MannKendall.of(reversed).s()).as("seed %d", SEED).isEqualTo(-trend.s());
      assertThat(MannKendall.of(reversed).p()).isEqualTo(trend.p());
      assertThat(MannKendall.of(scaled).s()).isEqualTo(trend.s());
      assertThat(MannKendall.of(scaled).slope()).isCloseTo(5 * trend.slope(), within(1e-12));
    }
  }

  /** Under no trend a test at 5 % should find one in 5 % of draws, also when values depend. */
  @Test
  void theCorrectedProbabilityRaisesFewerFalseAlarmsWhenValuesDependOnEachOther() {
    SplittableRandom random = new SplittableRandom(SEED);
    int plain = 0;
    int corrected = 0;
    int draws = 2_000;
    for (int draw = 0; draw < draws; draw++) {
      double[] series = new double[40];
      for (int i = 1; i < series.length; i++) {
        series[i] = 0.6 * series[i - 1] + random.nextGaussian();
      }
      MannKendall trend = MannKendall.of(series);
      plain += trend.p() <= 0.05 ? 1 : 0;
      corrected += trend.correctedP() <= 0.05 ? 1 : 0;
    }
    assertThat((double) plain / draws).as("seed %d", SEED).isGreaterThan(0.15);
    assertThat((double) corrected / draws).as("seed %d", SEED).isLessThan(0.85 * plain / draws);
  }
}
