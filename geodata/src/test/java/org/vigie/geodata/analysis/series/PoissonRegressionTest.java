package org.vigie.geodata.analysis.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonRegressionTest {

  private static final double[] COUNTS = {
    12, 15, 11, 14, 18, 13, 16, 17, 15, 19, 9, 8, 11, 7, 10, 6, 8, 7, 9, 5
  };

  @Test
  void aSegmentedSeriesHasTheCoefficientsThatMaximiseItsLikelihood() {
    // Found by a trust-region minimiser of the negative log-likelihood outside this project.
    PoissonRegression fit = PoissonRegression.fit(segments(20, 10), COUNTS).orElseThrow();
    double[] expected = {
      2.8924401435375744, 0.03807237514885242, -0.6290855639629391, -0.07604300161406943
    };
    for (int i = 0; i < 4; i++) {
      assertThat(fit.coefficient(i)).isCloseTo(expected[i], offset(1e-9));
    }
    assertThat(fit.dispersion()).isCloseTo(0.32219428598294647, offset(1e-9));
    assertThat(fit.degreesOfFreedom()).isEqualTo(16);
  }

  @Test
  void theTwoCovariancesAreThoseOfTheirMatrices() {
    PoissonRegression fit = PoissonRegression.fit(segments(20, 10), COUNTS).orElseThrow();
    double[] poisson = {0.15667216, 0.02853078, 0.26567055, 0.04837567};
    double[] robust = {
      0.03141014420686199, 0.00600992583962957, 0.0803399346298934, 0.01349819967639555
    };
    for (int i = 0; i < 4; i++) {
      // Less than Poisson variance is not believed: the scale stays 1.
      assertThat(Math.sqrt(fit.scaledCovariance()[i][i])).isCloseTo(poisson[i], offset(1e-8));
      assertThat(Math.sqrt(fit.robustCovariance(2)[i][i])).isCloseTo(robust[i], offset(1e-9));
    }
  }

  @Test
  void aChangeOfLevelAloneIsTheRatioOfTheMeans() {
    long seed = Long.getLong("vigie.seed", 20261121);
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      int n = 8 + random.nextInt(40);
      int before = 2 + random.nextInt(n - 4);
      double[] counts = new double[n];
      double[][] design = new double[n][];
      double[] sums = new double[2];
      for (int i = 0; i < n; i++) {
        counts[i] = 1 + random.nextInt(30);
        design[i] = new double[] {1, i < before ? 0 : 1};
        sums[i < before ? 0 : 1] += counts[i];
      }
      PoissonRegression fit = PoissonRegression.fit(design, counts).orElseThrow();
      double ratio = sums[1] / (n - before) / (sums[0] / before);
      assertThat(Math.exp(fit.coefficient(1))).as("seed %d", seed).isCloseTo(ratio, within(1e-9));
      double error =
          Math.sqrt(1 / sums[0] + 1 / sums[1]) * Math.sqrt(Math.max(1, fit.dispersion()));
      assertThat(Math.sqrt(fit.scaledCovariance()[1][1])).isCloseTo(error, within(1e-9));
      // The score equations: on either side as many are expected as there are.
      assertThat(Arrays.stream(fit.fitted()).sum()).isCloseTo(sums[0] + sums[1], within(1e-8));
    }
  }

  @Test
  void whatHasNoFiniteFitHasNone() {
    assertThat(PoissonRegression.fit(segments(12, 6), new double[12])).isEmpty();
    double[] endsAtOnce = {5, 6, 4, 5, 7, 6, 0, 0, 0, 0, 0, 0};
    assertThat(PoissonRegression.fit(segments(12, 6), endsAtOnce)).isEmpty();
    double[][] twice = {{1, 1}, {1, 1}, {1, 1}};
    assertThat(PoissonRegression.fit(twice, new double[] {1, 2, 3})).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1,12.70620474",
    "2,4.30265273",
    "5,2.57058184",
    "8,2.30600414",
    "16,2.1199053",
    "101,1.983731"
  })
  void studentsQuantilesAreThoseOfTheTables(int degreesOfFreedom, double quantile) {
    assertThat(StudentT.quantile975(degreesOfFreedom)).isCloseTo(quantile, within(1e-6));
    assertThat(StudentT.cumulative(0, degreesOfFreedom)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void autocorrelationOfResidualsIsThatOfItsFormulae() {
    PoissonRegression fit = PoissonRegression.fit(segments(20, 10), COUNTS).orElseThrow();
    Autocorrelation left = Autocorrelation.of(fit.pearsonResiduals());
    assertThat(left.lags()).isEqualTo(4);
    assertThat(left.durbinWatson()).isCloseTo(3.1950614566347957, within(1e-9));
    assertThat(left.ljungBox()).isCloseTo(10.252604451821808, within(1e-8));
    assertThat(left.p()).isCloseTo(0.03638091759251884, within(1e-9));
    // By hand: 1, -1, 1, -1 has differences of 2 each and r₁ = -3/4, r₂ = 2/4.
    Autocorrelation turns = Autocorrelation.of(new double[] {1, -1, 1, -1});
    assertThat(turns.durbinWatson()).isCloseTo(3, within(1e-12));
    assertThat(turns.ljungBox()).isCloseTo(24 * (0.5625 / 3 + 0.25 / 2), within(1e-12));
  }

  private static double[][] segments(int n, int before) {
    double[][] design = new double[n][];
    for (int i = 0; i < n; i++) {
      double time = i - before + 0.5;
      double after = i < before ? 0 : 1;
      design[i] = new double[] {1, time, after, time * after};
    }
    return design;
  }
}
