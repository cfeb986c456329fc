package org.vigie.server.exercise;

/** A smooth random surface: value noise on a unit lattice, alone or as a fractal sum. */
final class Noise {

  private final long seed;

  Noise(long seed, String topic) {
    this.seed = mix(seed + 31L * topic.hashCode());
  }

  /** Spreads the bits of a number (the finaliser of SplitMix64). */
  static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Between -1 and 1. */
  double at(double x, double y) {
    long column = (long) Math.floor(x);
    long row = (long) Math.floor(y);
    double u = ease(x - column);
    double v = ease(y - row);
    double south = lattice(column, row) * (1 - u) + lattice(column + 1, row) * u;
    double north = lattice(column, row + 1) * (1 - u) + lattice(column + 1, row + 1) * u;
    return south * (1 - v) + north * v;
  }

  /** Sum of octaves, each twice as fine and half as high; about -1 to 1. */
  double fractal(double x, double y, int octaves) {
    return fractal(x, y, octaves, 0.5);
  }

  /**
   * @param persistence height of an octave in parts of the one before; the more, the rougher
   */
  double fractal(double x, double y, int octaves, double persistence) {
    double sum = 0;
    double height = 0.5;
    double scale = 1;
    for (int octave = 0; octave < octaves; octave++) {
      sum += height * at(x * scale + 17.3 * octave, y * scale - 9.1 * octave);
      height *= persistence;
      scale *= 2;
    }
    return sum;
  }

  /**
   * The same on a lattice that lies askew to the plane's grid, for what must not run along the
   * grid.
   */
  double askew(double x, double y, int octaves, double persistence) {
    return fractal(0.84 * x - 0.54 * y, 0.54 * x + 0.84 * y, octaves, persistence);
  }

  private double lattice(long column, long row) {
    long bits = mix(seed ^ mix(column * 0x632be59bd9b4e019L + row));
    return (bits >>> 11) * 0x1.0p-52 - 1;
  }

  private static double ease(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }
}
