package org.vigie.geodata.analysis.local;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.grid.Neighbours;

/**
 * Rates that lean on the others the more, the fewer people they rest on: R. J. Marshall, "Mapping
 * disease and mortality rates using empirical Bayes estimators", Applied Statistics 40 (1991). The
 * prior is that of all areas, or that of an area with its neighbours.
 */
public final class EmpiricalBayes {

  private EmpiricalBayes() {}

  /**
   * @param counts events of each area
   * @param base what they are divided by, greater than 0
   * @return rates
   */
  public static double[] global(double[] counts, double[] base) {
    Prior prior = prior(counts, base, IntStream.range(0, counts.length).toArray());
    double[] rates = new double[counts.length];
    Arrays.setAll(rates, i -> prior.shrink(counts[i], base[i]));
    return rates;
  }

  /** The same with a prior from each area and its neighbours; an island keeps its own rate. */
  public static double[] local(double[] counts, double[] base, Neighbours neighbours) {
    double[] rates = new double[counts.length];
    Arrays.setAll(
        rates,
        i -> {
          int[] around = new int[neighbours.count(i) + 1];
          Arrays.setAll(around, n -> n == 0 ? i : neighbours.get(i, n - 1));
          return prior(counts, base, around).shrink(counts[i], base[i]);
        });
    return rates;
  }

  private static Prior prior(double[] counts, double[] base, int[] areas) {
    double events = 0;
    double people = 0;
    for (int i : areas) {
      events += counts[i];
      people += base[i];
    }
    double mean = events / people;
    double squares = 0;
    for (int i : areas) {
      double off = counts[i] / base[i] - mean;
      squares += base[i] * off * off;
    }
    return new Prior(mean, Math.max(0, (squares - mean * areas.length) / people));
  }

  /** Mean of the rates and their variance beyond that of counting, by the method of moments. */
  private record Prior(double mean, double beyond) {

    double shrink(double events, double people) {
      double trust = beyond == 0 ? 0 : beyond / (beyond + mean / people);
      return mean + (events / people - mean) * trust;
    }
  }
}
