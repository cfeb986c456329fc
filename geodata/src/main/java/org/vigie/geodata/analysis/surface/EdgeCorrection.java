package org.vigie.geodata.analysis.surface;

import java.util.Locale;

/**
 * What is done about the part of a kernel that falls outside the window, where nobody looked: e(u)
 * is the share of the kernel about u inside it (P. J. Diggle, Applied Statistics 34 (1985); M. C.
 * Jones, Statistics and Computing 3 (1993)).
 */
enum EdgeCorrection {
  /** Nothing: densities near the edge are too low. */
  NONE,
  /** The density is divided by e(u): right on average, but mass is not kept. */
  UNIFORM,
  /** Each event is weighted by 1/e of its own place: all mass stays inside. */
  DIGGLE;

  /** The word in requests. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
