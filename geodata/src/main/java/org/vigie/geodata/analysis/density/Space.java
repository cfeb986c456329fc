package org.vigie.geodata.analysis.density;

/**
 * Points with a true distance, embedded in three-dimensional space so that most questions about
 * distance are answered by the straight line (the chord) between them. All lengths are metres.
 */
public interface Space {

  int size();

  double x(int point);

  double y(int point);

  double z(int point);

  /** The true distance of two points. */
  double distance(int a, int b);

  /** Two points whose chord is not longer than this are surely within the true distance. */
  double surelyWithin(double metres);

  /** Two points whose chord is longer than this are surely farther apart than the true distance. */
  double surelyBeyond(double metres);

  /** No two points with this chord are nearer to each other than the answer, in metres. */
  default double leastDistance(double chord) {
    return chord;
  }
}
