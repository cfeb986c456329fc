package org.vigie.geodata.analysis.surface;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The bandwidth h of a Gaussian under which {@code Σ log λ₋ᵢ(xᵢ)}, the density at each place by all
 * others, is greatest. Without a window the integral of the density is the number of places
 * whatever h, and drops out. Found on {@value #STEPS} bandwidths in geometric steps, then by golden
 * section between the neighbours of the best.
 */
final class LikelihoodBandwidth {

  private static final int STEPS = 20;
  private static final int REFINEMENTS = 14;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final double[] x;
  private final double[] y;

  /** Squared distance of each place to the nearest other one. */
  private final double[] nearest;

  /** Places in metres. */
  LikelihoodBandwidth(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    nearest = new double[x.length];
    IntStream.range(0, x.length).parallel().forEach(i -> nearest[i] = nearest(i));
  }

  private double nearest(int i) {
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < x.length; j++) {
      double dx = x[i] - x[j];
      double dy = y[i] - y[j];
      least = j == i ? least : Math.min(least, dx * dx + dy * dy);
    }
    return least;
  }

  /** In metres; empty for fewer than three distinct places. */
  OptionalDouble best() {
    double diagonal = Math.hypot(range(x), range(y));
    double least = Math.sqrt(Arrays.stream(nearest).filter(d -> d > 0).min().orElse(0));
    if (x.length < 3 || diagonal == 0) {
      return OptionalDouble.empty();
    }
    // Places that coincide would be likeliest under a bandwidth of nothing.
    double low = Math.max(least, diagonal / 10_000) / 2;
    double ratio = Math.pow(diagonal / low, 1.0 / (STEPS - 1));
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < STEPS; i++) {
      double score = score(low * Math.pow(ratio, i));
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return OptionalDouble.of(
        golden(low * Math.pow(ratio, best - 1.0), low * Math.pow(ratio, best + 1.0)));
  }

  private double golden(double from, double to) {
    double low = Math.log(from);
    double high = Math.log(to);
    double a = high - GOLDEN * (high - low);
    double b = low + GOLDEN * (high - low);
    double scoreA = score(Math.exp(a));
    double scoreB = score(Math.exp(b));
    for (int i = 0; i < REFINEMENTS; i++) {
      if (scoreA >= scoreB) {
        high = b;
        b = a;
        scoreB = scoreA;
        a = high - GOLDEN * (high - low);
        scoreA = score(Math.exp(a));
      } else {
        low = a;
        a = b;
        scoreA = scoreB;
        b = low + GOLDEN * (high - low);
        scoreB = score(Math.exp(b));
      }
    }
    return Math.exp((low + high) / 2);
  }

  /** Sum of the logarithms of the densities at each place by all others. */
  double score(double h) {
    double[] logs = new double[x.length];
    IntStream.range(0, x.length).parallel().forEach(i -> logs[i] = logDensity(i, h));
    double sum = 0;
    for (double log : logs) {
      sum += log;
    }
    return sum;
  }

  /** Taken out of the nearest place, so that a lonely one is very unlikely and not impossible. */
  private double logDensity(int i, double h) {
    double scale = -1 / (2 * h * h);
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      double dx = x[i] - x[j];
      double dy = y[i] - y[j];
      double exponent = scale * (dx * dx + dy * dy - nearest[i]);
      if (j != i && exponent > -36) {
        sum += Math.exp(exponent);
      }
    }
    return scale * nearest[i] + Math.log(sum / (2 * Math.PI * h * h));
  }

  private static double range(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  }
}
