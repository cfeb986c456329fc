package org.vigie.geodata.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.analysis.FalseDiscovery;
import org.vigie.geodata.analysis.Normal;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.grid.Neighbours;

class LocalStatisticsTest {

  private static final long SEED = Long.getLong("vigie.seed", 20_261_121);

  /** A ring on which everybody has as many neighbours. */
  private static Neighbours ring(int size, int reach) {
    return Neighbours.of(
        size,
        i ->
            IntStream.rangeClosed(-reach, reach)
                .filter(step -> step != 0)
                .map(step -> Math.floorMod(i + step, size))
                .toArray());
  }

  @Test
  void islandsAndConstantsHaveNoValue() {
    Neighbours neighbours = Neighbours.of(40, i -> i == 7 ? new int[0] : new int[] {(i + 1) % 40});
    double[] x = IntStream.range(0, 40).mapToDouble(i -> i % 5).toArray();
    for (double[] z :
        new double[][] {
          GetisOrd.star(x, neighbours),
          GetisOrd.plain(x, neighbours),
          LocalMoran.of(x, neighbours).z(),
        }) {
      assertThat(z[7]).isNaN();
      assertThat(z[8]).isFinite();
    }
    double[] same = new double[40];
    Arrays.fill(same, 0.1);
    assertThat(GetisOrd.star(same, ring(40, 1))).containsOnly(Double.NaN);
    assertThat(GetisOrd.plain(same, ring(40, 1))).containsOnly(Double.NaN);
    assertThat(LocalMoran.of(same, ring(40, 1)).z()).containsOnly(Double.NaN);
  }

  @Test
  void aChangeOfUnitAndOriginChangesNothing() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] x = random.ints(100, 0, 9).asDoubleStream().toArray();
    double[] y = Arrays.stream(x).map(each -> 1_000 + 3.7 * each).toArray();
    Neighbours neighbours = ring(100, 2);
    assertThat(GetisOrd.star(y, neighbours))
        .as("seed %d", SEED)
        .containsExactly(GetisOrd.star(x, neighbours), within(1e-9));
    assertThat(GetisOrd.plain(y, neighbours))
        .containsExactly(GetisOrd.plain(x, neighbours), within(1e-9));
    assertThat(LocalMoran.of(y, neighbours).z())
        .containsExactly(LocalMoran.of(x, neighbours).z(), within(1e-8));
  }

  @Test
  void momentsWithoutOneAreThoseOfTheOthers() {
    double[] x = {3, 8, -1, 4.5, 0, 12};
    Moments without = Moments.of(x).without(4.5);
    Moments others = Moments.of(new double[] {3, 8, -1, 0, 12});
    assertThat(without.n()).isEqualTo(5);
    assertThat(without.mean()).isCloseTo(others.mean(), within(1e-14));
    assertThat(without.variance()).isCloseTo(others.variance(), within(1e-13));
  }

  /** With values that all differ the exact distribution of one neighbour is known. */
  @Test
  void permutationProbabilitiesAreTheExactOnesWithinThreeStandardErrors() {
    int n = 50;
    int draws = 9_999;
    double[] x = IntStream.range(0, n).mapToDouble(i -> i).toArray();
    Neighbours next = Neighbours.of(n, i -> new int[] {(i + 1) % n});
    double[] p = new ConditionalPermutation(x, next, draws, new Seed(SEED)).p(Progress.UNHEARD);
    for (int i = 0; i < n; i++) {
      double observed = x[(i + 1) % n];
      double held = x[i];
      double high = Arrays.stream(x).filter(v -> v != held && v >= observed).count() / (n - 1.0);
      double low = Arrays.stream(x).filter(v -> v != held && v <= observed).count() / (n - 1.0);
      double tail = Math.min(high, low);
      double error = 3.5 * Math.sqrt(tail * (1 - tail) / draws) + 1.0 / draws;
      assertThat(p[i]).as("seed %d", SEED).isCloseTo(Math.min(1, 2 * tail), within(2 * error));
    }
  }

  @Test
  void manyNeighboursAreDrawnWithoutReplacementToo() {
    int n = 60;
    double[] x = IntStream.range(0, n).mapToDouble(i -> i * i).toArray();
    // all others are neighbours: whatever is drawn has the same sum
    double[] p = new ConditionalPermutation(x, ring(n, 29), 99, new Seed(SEED)).p(Progress.UNHEARD);
    Neighbours all = Neighbours.of(n, i -> IntStream.range(0, n).filter(j -> j != i).toArray());
    assertThat(new ConditionalPermutation(x, all, 99, new Seed(1)).p(Progress.UNHEARD))
        .containsOnly(1.0);
    assertThat(Arrays.stream(p).min().orElseThrow()).isLessThan(1).isGreaterThan(0);
  }

  @Test
  void permutationsAreTheSameForTheSameSeedAndOthersForAnother() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] x = random.doubles(200).toArray();
    Neighbours neighbours = ring(200, 3);
    double[] once = new ConditionalPermutation(x, neighbours, 199, new Seed(5)).p(Progress.UNHEARD);
    assertThat(new ConditionalPermutation(x, neighbours, 199, new Seed(5)).p(Progress.UNHEARD))
        .isEqualTo(once);
    assertThat(new ConditionalPermutation(x, neighbours, 199, new Seed(6)).p(Progress.UNHEARD))
        .isNotEqualTo(once);
  }

  @Test
  void falseDiscoveriesAreHeldAsInThePaperOfBenjaminiAndHochberg() {
    // their section 3.2: of 15 sorted p the first four are discoveries at 0.05
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };
    double[] q = FalseDiscovery.BH.q(p);
    assertThat(Arrays.stream(q).filter(each -> each <= 0.05)).hasSize(4);
    assertThat(q[0]).isCloseTo(0.0015, within(1e-12));
    assertThat(q).isSorted();
    double harmonic = IntStream.rangeClosed(1, 15).mapToDouble(i -> 1.0 / i).sum();
    assertThat(FalseDiscovery.BY.q(p)[0]).isCloseTo(0.0015 * harmonic, within(1e-12));
    assertThat(FalseDiscovery.NONE.q(p)).isEqualTo(p);
    assertThat(FalseDiscovery.BH.q(new double[] {Double.NaN, 0.03}))
        .containsExactly(Double.NaN, 0.03);
  }

  @Test
  void normalProbabilitiesAreThoseOfTheTables() {
    assertThat(Normal.twoSided(0)).isEqualTo(1);
    assertThat(Normal.twoSided(1.959963984540054)).isCloseTo(0.05, within(1e-14));
    assertThat(Normal.twoSided(-2.5758293035489004)).isCloseTo(0.01, within(1e-14));
    // both sides of the change of method, and far out: 1 - erf of tables
    assertThat(Normal.twoSided(2.828)).isCloseTo(Normal.twoSided(2.829), within(2e-5));
    assertThat(Normal.twoSided(6)).isCloseTo(1.973175290075396e-9, within(1e-21));
    assertThat(Normal.twoSided(20)).isCloseTo(5.507248237212467e-89, within(1e-100));
    assertThat(Normal.above(-1)).isCloseTo(0.8413447460685429, within(1e-14));
    assertThat(Normal.twoSided(Double.NaN)).isNaN();
  }

  @Test
  void empiricalBayesRatesAreThoseOfTheClosedForm() {
    double[] y = {0, 3, 10, 1};
    double[] n = {10, 100, 200, 1_000};
    double m = 14.0 / 1_310;
    double s2 = 0;
    for (int i = 0; i < 4; i++) {
      s2 += n[i] * (y[i] / n[i] - m) * (y[i] / n[i] - m) / 1_310;
    }
    double a = s2 - m / (1_310 / 4.0);
    assertThat(a).isPositive();
    double[] rates = EmpiricalBayes.global(y, n);
    for (int i = 0; i < 4; i++) {
      double expected = m + (y[i] / n[i] - m) * a / (a + m / n[i]);
      assertThat(rates[i]).isCloseTo(expected, within(1e-12 * expected));
    }
    // equal rates have no spread of their own: all lean wholly on the mean
    assertThat(EmpiricalBayes.global(new double[] {1, 2, 3}, new double[] {10, 20, 30}))
        .containsExactly(new double[] {0.1, 0.1, 0.1}, within(1e-15));
  }

  @Test
  void localEmpiricalBayesRatesLeanOnTheNeighboursAlone() {
    double[] y = {0, 30, 2, 50, 7};
    double[] n = {100, 400, 100, 300, 5};
    Neighbours line =
        Neighbours.of(
            5,
            i ->
                i == 4
                    ? new int[0]
                    : i == 0 ? new int[] {1} : i == 3 ? new int[] {2} : new int[] {i - 1, i + 1});
    double[] rates = EmpiricalBayes.local(y, n, line);
    double[] firstTwo = EmpiricalBayes.global(new double[] {0, 30}, new double[] {100, 400});
    double[] lastThree =
        EmpiricalBayes.global(new double[] {30, 2, 50}, new double[] {400, 100, 300});
    assertThat(rates[0]).isCloseTo(firstTwo[0], within(1e-15));
    assertThat(rates[2]).isCloseTo(lastThree[1], within(1e-15));
    assertThat(rates[4]).as("an island").isCloseTo(7 / 5.0, within(1e-15));
  }

  /**
   * Values of spdep 1.2-7: {@code EBlocal(y, n, nb, geoda = TRUE)$est} and {@code EBest(y,
   * n)$estmm}. Its default for the first takes the spread about each neighbour's own local mean.
   */
  @Test
  void empiricalBayesRatesAgreeWithSpdep() {
    double[] y = {0, 30, 2, 50, 7, 1};
    double[] n = {100, 400, 100, 300, 900, 50};
    Neighbours line =
        Neighbours.of(
            6, i -> i == 0 ? new int[] {1} : i == 5 ? new int[] {4} : new int[] {i - 1, i + 1});
    assertThat(EmpiricalBayes.local(y, n, line))
        .containsExactly(
            new double[] {
              0.0285714285714285671,
              0.0715562913907284714,
              0.0447726579188281945,
              0.1625617302110300422,
              0.0082189451092327254,
              0.0084210526315789472
            },
            within(1e-14));
    assertThat(EmpiricalBayes.global(y, n))
        .containsExactly(
            new double[] {
              0.0063202795141447735,
              0.0740517317976931710,
              0.0237219423805519192,
              0.1610711924039498755,
              0.0084447842371055820,
              0.0265879933705727087
            },
            within(1e-14));
  }
}
