package org.vigie.geodata.analysis.density;

/** Points of a plane in metres; the chord is the distance. */
@SuppressWarnings(
    "ArrayRecordComponent") // one array element a point; boxes would outweigh the data
public record PlanarSpace(double[] xs, double[] ys) implements Space {

  @Override
  public int size() {
    return xs.length;
  }

  @Override
  public double x(int point) {
    return xs[point];
  }

  @Override
  public double y(int point) {
    return ys[point];
  }

  @Override
  public double z(int point) {
    return 0;
  }

  @Override
  public double distance(int a, int b) {
    double dx = xs[a] - xs[b];
    double dy = ys[a] - ys[b];
    return Math.sqrt(dx * dx + dy * dy);
  }

  @Override
  public double surelyWithin(double metres) {
    return metres;
  }

  @Override
  public double surelyBeyond(double metres) {
    return metres;
  }
}
