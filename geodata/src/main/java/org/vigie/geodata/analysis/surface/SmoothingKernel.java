package org.vigie.geodata.analysis.surface;

import java.util.Locale;

/**
 * The shape an event is spread out in. A bandwidth h is the standard deviation along an axis
 * whatever the kernel, so that kernels of one bandwidth smooth alike; the quartic kernel then ends
 * at a radius of √8 h (its variance along an axis is an eighth of the squared radius).
 */
enum SmoothingKernel {
  /** exp(-d²/2h²) / 2πh², B. W. Silverman, "Density estimation" (1986), equation 4.4. */
  GAUSSIAN(8, 4) {
    @Override
    double at(double squaredMetres, double h) {
      return Math.exp(-squaredMetres / (2 * h * h)) / (2 * Math.PI * h * h);
    }
  },

  /** 3/πR² (1 - d²/R²)² within R, 0 beyond: Silverman (1986), equation 4.5. */
  QUARTIC(Math.sqrt(8), Math.sqrt(8)) {
    @Override
    double at(double squaredMetres, double h) {
      double inside = 1 - squaredMetres / (8 * h * h);
      return inside <= 0 ? 0 : 3 * inside * inside / (Math.PI * 8 * h * h);
    }
  };

  private final double reach;
  private final double shown;

  SmoothingKernel(double reach, double shown) {
    this.reach = reach;
    this.shown = shown;
  }

  /**
   * Share of an event in a square metre.
   *
   * @param squaredMetres squared distance from the event
   * @param h bandwidth in metres
   */
  abstract double at(double squaredMetres, double h);

  /** Metres beyond which a surface leaves the kernel out: less than 2·10⁻¹⁴ of its peak. */
  double reach(double h) {
    return reach * h;
  }

  /** Metres around the events that a map shows: all but 0.03 % of the mass. */
  double shown(double h) {
    return shown * h;
  }

  /** The word in requests. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SmoothingKernel of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
