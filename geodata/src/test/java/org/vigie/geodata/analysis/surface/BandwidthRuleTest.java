package org.vigie.geodata.analysis.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BandwidthRuleTest {

  private static final String FILE = "expected/bandwidths_P1.csv";

  @Test
  void scottAndTheRuleOfArcgisAreThoseOfTheReference() {
    Map<String, Double> expected = PlanarReference.named(FILE);
    double[][] places = PlanarReference.inWindow();
    assertThat(BandwidthRule.SCOTT.of(places[0], places[1], 1).orElseThrow())
        .isCloseTo(get(expected, "bw.scott.iso"), offset(1e-9 * 12_154));
    double[] x = PlanarReference.x();
    double[] y = PlanarReference.y();
    assertThat(BandwidthRule.arcgisRadius(x, y))
        .isCloseTo(get(expected, "arcgis_default"), offset(1e-9 * 11_156));
    assertThat(BandwidthRule.ARCGIS.of(x, y, 1).orElseThrow())
        .isCloseTo(get(expected, "arcgis_default") / Math.sqrt(8), offset(1e-9 * 11_156));
  }

  @Test
  void theLeastMeanSquareErrorIsThatOfSpatstatToAStepOfEither() {
    double[][] places = PlanarReference.inWindow();
    double found =
        BandwidthRule.MSE.of(places[0], places[1], PlanarReference.windowArea()).orElseThrow();
    assertThat(found).isCloseTo(get(PlanarReference.named(FILE), "bw.diggle"), within(80.0));
  }

  @Test
  void noBandwidthThatSpatstatFindsIsLikelierThanOurs() {
    // It looks at 16 values with a surface on pixels; where the same score is exact, ours wins.
    double[][] places = PlanarReference.inWindow();
    double theirs = get(PlanarReference.named(FILE), "bw.ppl");
    LikelihoodBandwidth likelihood = new LikelihoodBandwidth(places[0], places[1]);
    double ours = likelihood.best().orElseThrow();
    assertThat(likelihood.score(ours)).isGreaterThan(likelihood.score(theirs));
    assertThat(likelihood.score(ours)).isGreaterThan(likelihood.score(ours * 1.05));
    assertThat(likelihood.score(ours)).isGreaterThan(likelihood.score(ours / 1.05));
    assertThat(ours).isBetween(theirs / 1.6, theirs * 1.6);
  }

  @Test
  void reciprocalDensitiesAddUpToTheAreaBetterThanAtTheCoarseStepsOfSpatstat() {
    double[][] places = PlanarReference.inWindow();
    double area = PlanarReference.windowArea();
    double ours = BandwidthRule.CVL.of(places[0], places[1], area).orElseThrow();
    assertThat(ReciprocalBandwidth.sum(places[0], places[1], ours))
        .isCloseTo(area, withinPercentage(1e-6));
    assertThat(ours).isCloseTo(get(PlanarReference.named(FILE), "bw.CvL"), withinPercentage(20));
  }

  @Test
  void theLikeliestBandwidthOfTwoPairsIsThatOfTheClosedForm() {
    // Pairs at distance d, far apart: n (-d²/2h² - 2 log h) is greatest at h = d/√2.
    double[] x = {0, 1_000, 500_000, 501_000};
    double[] y = {0, 0, 0, 0};
    assertThat(BandwidthRule.LCV.of(x, y, 1).orElseThrow())
        .isCloseTo(1_000 / Math.sqrt(2), withinPercentage(0.2));
  }

  @ParameterizedTest
  @EnumSource
  void aRuleDoesNotDependOnWhereThePlacesLieAndGrowsWithThem(BandwidthRule rule) {
    long seed = Long.getLong("vigie.seed", 20261121);
    Random random = new Random(seed);
    double[] x = new double[150];
    double[] y = new double[150];
    double[] movedX = new double[150];
    double[] movedY = new double[150];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextInt(4) * 40_000 + random.nextGaussian() * 5_000;
      y[i] = random.nextInt(3) * 40_000 + random.nextGaussian() * 5_000;
      movedX[i] = 3 * x[i] + 700_000;
      movedY[i] = 3 * y[i] - 200_000;
    }
    double one = rule.of(x, y, 2e10).orElseThrow();
    double other = rule.of(movedX, movedY, 9 * 2e10).orElseThrow();
    assertThat(other).as("seed %d", seed).isCloseTo(3 * one, withinPercentage(0.3));
  }

  @ParameterizedTest
  @EnumSource
  void onePlaceHasNoBandwidth(BandwidthRule rule) {
    double[] same = {5, 5, 5, 5};
    assertThat(rule.of(same, same, 0)).isEmpty();
    assertThat(rule.of(new double[] {5}, new double[] {5}, 0)).isEmpty();
  }

  private static double get(Map<String, Double> values, String name) {
    Double value = values.get(name);
    assertThat(value).as(name).isNotNull();
    return value == null ? Double.NaN : value;
  }
}
