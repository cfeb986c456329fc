package org.vigie.geodata.analysis.surface;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Ways to choose the bandwidth of a surface from places in a plane, in metres; all give the
 * standard deviation along an axis. None sees that places are uncertain.
 */
enum BandwidthRule {
  /**
   * The one under which every place is likeliest given the others: likelihood cross-validation (C.
   * Loader, "Local regression and likelihood", 1999, section 5.3). Cost: the square of the places.
   */
  LCV("Likelihood cross-validation", "likelihood cross-validation") {
    @Override
    OptionalDouble of(double[] x, double[] y, double areaSquareMetres) {
      return new LikelihoodBandwidth(x, y).best();
    }
  },

  /** The least mean square error for a clustered process: {@link MeanSquareBandwidth}. */
  MSE("Berman and Diggle: least mean square error", "least mean square error (Berman and Diggle)") {
    @Override
    OptionalDouble of(double[] x, double[] y, double areaSquareMetres) {
      return new MeanSquareBandwidth(x, y, areaSquareMetres).best();
    }
  },

  /**
   * The one under which the reciprocal densities at the places add up to the area (O. Cronie and M.
   * N. M. van Lieshout, Biometrika 105 (2018), equation 6).
   */
  CVL(
      "Cronie and van Lieshout",
      "reciprocal densities adding up to the area (Cronie and van Lieshout)") {
    @Override
    OptionalDouble of(double[] x, double[] y, double areaSquareMetres) {
      return ReciprocalBandwidth.best(x, y, areaSquareMetres);
    }
  },

  /**
   * Scott's rule, the geometric mean of {@code σ n^(-1/6)} of both axes (D. W. Scott, "Multivariate
   * density estimation", 1992, equation 6.42): right for one round cloud, too wide for many towns.
   */
  SCOTT("Scott: wide", "Scott's rule") {
    @Override
    OptionalDouble of(double[] x, double[] y, double areaSquareMetres) {
      double spread = Math.sqrt(deviation(x) * deviation(y));
      return positive(spread * Math.pow(x.length, -1 / 6.0));
    }
  },

  /**
   * The default search radius of ArcGIS Kernel Density, {@code 0.9 min(SD, √(1/ln 2) Dm) n^(-0.2)},
   * with SD the standard distance and Dm the median distance from the mean centre. It is the radius
   * of a quartic kernel: its bandwidth is a √8th of it.
   */
  ARCGIS("ArcGIS default", "the rule of ArcGIS") {
    @Override
    OptionalDouble of(double[] x, double[] y, double areaSquareMetres) {
      return positive(arcgisRadius(x, y) / Math.sqrt(8));
    }
  };

  private final String title;
  private final String words;

  BandwidthRule(String title, String words) {
    this.title = title;
    this.words = words;
  }

  /**
   * The bandwidth of places; empty when they do not let one be chosen, such as when all are one.
   *
   * @param areaSquareMetres of the study area
   */
  abstract OptionalDouble of(double[] x, double[] y, double areaSquareMetres);

  /** Whether it looks at every pair of places. */
  boolean comparesPairs() {
    return this == LCV || this == MSE || this == CVL;
  }

  static BandwidthRule of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** For a list to choose from. */
  String title() {
    return title;
  }

  /** What it is, in a sentence. */
  String words() {
    return words;
  }

  /** The word in requests. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static double arcgisRadius(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double[] distances = new double[x.length];
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      distances[i] = Math.hypot(x[i] - meanX, y[i] - meanY);
      squares += distances[i] * distances[i];
    }
    Arrays.sort(distances);
    int half = distances.length / 2;
    double median =
        distances.length % 2 == 1 ? distances[half] : (distances[half - 1] + distances[half]) / 2;
    double spread = Math.min(Math.sqrt(squares / x.length), Math.sqrt(1 / Math.log(2)) * median);
    return 0.9 * spread * Math.pow(x.length, -0.2);
  }

  /** Standard deviation of a sample. */
  static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static OptionalDouble positive(double value) {
    return value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
