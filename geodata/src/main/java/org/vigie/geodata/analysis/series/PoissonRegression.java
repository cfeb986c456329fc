package org.vigie.geodata.analysis.series;

import java.util.Optional;

/**
 * Regression of counts with a logarithmic link by iteratively reweighted least squares (P.
 * McCullagh and J. A. Nelder, "Generalized linear models", 1989, sections 2.5 and 6.2), with two
 * covariances that do not trust the Poisson variance: scaled by the dispersion (quasi-Poisson), and
 * that of W. K. Newey and K. D. West (Econometrica 55, 1987), which allows for autocorrelation.
 */
final class PoissonRegression {

  private static final int MOST_ROUNDS = 60;
  private static final double CONVERGED = 1e-12;

  /** A coefficient beyond this means a rate of nothing: there is no estimate. */
  private static final double RUNAWAY = 30;

  private final double[][] design;
  private final double[] counts;
  private final double[] coefficients;
  private final double[] fitted;
  private final double[][] inverse;

  private PoissonRegression(
      double[][] design,
      double[] counts,
      double[] coefficients,
      double[] fitted,
      double[][] inverse) {
    this.design = design;
    this.counts = counts;
    this.coefficients = coefficients;
    this.fitted = fitted;
    this.inverse = inverse;
  }

  /**
   * Fits; empty when no finite coefficients are best, such as when a part of the series is all 0.
   *
   * @param design a row for each count, more rows than columns
   */
  static Optional<PoissonRegression> fit(double[][] design, double[] counts) {
    int columns = design[0].length;
    double[] coefficients = new double[columns];
    double[] eta = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      eta[i] = Math.log(counts[i] + 0.5);
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[][] information = new double[columns][columns];
      double[] right = new double[columns];
      for (int i = 0; i < counts.length; i++) {
        double mean = Math.exp(eta[i]);
        double working = eta[i] + (counts[i] - mean) / mean;
        for (int a = 0; a < columns; a++) {
          right[a] += design[i][a] * mean * working;
          for (int b = 0; b < columns; b++) {
            information[a][b] += design[i][a] * mean * design[i][b];
          }
        }
      }
      double[][] inverse = inverse(information);
      if (inverse.length == 0) {
        return Optional.empty();
      }
      double[] next = times(inverse, right);
      double change = 0;
      for (int a = 0; a < columns; a++) {
        change = Math.max(change, Math.abs(next[a] - coefficients[a]));
        if (!(Math.abs(next[a]) < RUNAWAY)) {
          return Optional.empty();
        }
      }
      coefficients = next;
      double[] fitted = new double[counts.length];
      for (int i = 0; i < counts.length; i++) {
        eta[i] = dot(design[i], coefficients);
        fitted[i] = Math.exp(eta[i]);
      }
      if (change < CONVERGED * RUNAWAY) {
        return Optional.of(new PoissonRegression(design, counts, coefficients, fitted, inverse));
      }
    }
    return Optional.empty();
  }

  double coefficient(int column) {
    return coefficients[column];
  }

  /** Expected count of each row. */
  double[] fitted() {
    return fitted.clone();
  }

  /** Differences of counts and expected counts over the square root of the latter. */
  double[] pearsonResiduals() {
    double[] residuals = new double[counts.length];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = (counts[i] - fitted[i]) / Math.sqrt(fitted[i]);
    }
    return residuals;
  }

  /** Sum of squared Pearson residuals over the degrees of freedom; 1 for Poisson counts. */
  double dispersion() {
    double sum = 0;
    for (double residual : pearsonResiduals()) {
      sum += residual * residual;
    }
    return sum / degreesOfFreedom();
  }

  int degreesOfFreedom() {
    return counts.length - coefficients.length;
  }

  /** Quasi-Poisson; a dispersion below 1 is taken for chance and not for less variance. */
  double[][] scaledCovariance() {
    double dispersion = Math.max(1, dispersion());
    double[][] scaled = new double[inverse.length][];
    for (int a = 0; a < inverse.length; a++) {
      scaled[a] = inverse[a].clone();
      for (int b = 0; b < inverse.length; b++) {
        scaled[a][b] *= dispersion;
      }
    }
    return scaled;
  }

  /**
   * Newey and West with Bartlett weights, times n/(n - p) for small samples.
   *
   * @param lags over which rows may be correlated
   */
  double[][] robustCovariance(int lags) {
    int columns = coefficients.length;
    double[][] meat = new double[columns][columns];
    for (int lag = 0; lag <= lags; lag++) {
      double weight = lag == 0 ? 0.5 : 1 - lag / (lags + 1.0);
      for (int i = lag; i < counts.length; i++) {
        double product = (counts[i] - fitted[i]) * (counts[i - lag] - fitted[i - lag]) * weight;
        for (int a = 0; a < columns; a++) {
          for (int b = 0; b < columns; b++) {
            meat[a][b] +=
                product * (design[i][a] * design[i - lag][b] + design[i - lag][a] * design[i][b]);
          }
        }
      }
    }
    double[][] covariance = product(product(inverse, meat), inverse);
    double small = (double) counts.length / degreesOfFreedom();
    for (double[] row : covariance) {
      for (int b = 0; b < columns; b++) {
        row[b] *= small;
      }
    }
    return covariance;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int a = 0; a < matrix.length; a++) {
      product[a] = dot(matrix[a], vector);
    }
    return product;
  }

  private static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[left.length][right.length];
    for (int a = 0; a < left.length; a++) {
      for (int b = 0; b < right.length; b++) {
        for (int k = 0; k < right.length; k++) {
          product[a][b] += left[a][k] * right[k][b];
        }
      }
    }
    return product;
  }

  /** Gauss and Jordan with pivots; no rows when the matrix has no inverse. */
  private static double[][] inverse(double[][] matrix) {
    int n = matrix.length;
    double[][] work = new double[n][2 * n];
    for (int a = 0; a < n; a++) {
      System.arraycopy(matrix[a], 0, work[a], 0, n);
      work[a][n + a] = 1;
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int a = column + 1; a < n; a++) {
        pivot = Math.abs(work[a][column]) > Math.abs(work[pivot][column]) ? a : pivot;
      }
      double[] swapped = work[pivot];
      work[pivot] = work[column];
      work[column] = swapped;
      double factor = swapped[column];
      if (!(Math.abs(factor) > 1e-12 * Math.abs(matrix[column][column]))) {
        return new double[0][];
      }
      for (int b = 0; b < 2 * n; b++) {
        swapped[b] /= factor;
      }
      for (int a = 0; a < n; a++) {
        double share = work[a][column];
        for (int b = 0; a != column && b < 2 * n; b++) {
          work[a][b] -= share * swapped[b];
        }
      }
    }
    double[][] inverse = new double[n][n];
    for (int a = 0; a < n; a++) {
      System.arraycopy(work[a], n, inverse[a], 0, n);
    }
    return inverse;
  }
}
