package org.vigie.geodata.analysis;

import java.util.SplittableRandom;

/**
 * Where chance comes from: a number that is named with the result, so that anybody draws the same
 * again. A stream belongs to what it is drawn for and not to the thread that draws, so that work
 * may be divided in any way.
 */
public record Seed(long value) {

  /** Declared by every analysis that draws. */
  public static final Parameter PARAMETER =
      Parameter.integer(
          "seed",
          "Seed",
          "Start of the random numbers. The same seed gives the same result; try another to see"
              + " what was chance.",
          1,
          0,
          2_147_483_647);

  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  public static Seed of(Parameters.Values values) {
    return new Seed(values.integer(PARAMETER.name()));
  }

  /** The random numbers of one thing, told by its path: draw 17 of test 2 is {@code (2, 17)}. */
  public SplittableRandom stream(long... path) {
    long state = mix(value);
    for (long step : path) {
      state = mix(state ^ mix(step + GOLDEN));
    }
    return new SplittableRandom(state);
  }

  /** Finaliser of SplitMix64 (Steele, Lea and Flood 2014, variant 13 of D. Stafford). */
  private static long mix(long z) {
    long x = z + GOLDEN;
    x = (x ^ (x >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return x ^ (x >>> 31);
  }
}
