package org.vigie.geodata.index;

import org.vigie.geodata.geo.Mercator;

/**
 * Where the rows of a segment lie: cells of {@link Mercator} for every row, and the exact longitude
 * and latitude. The latter cost nothing where they have at most seven decimals, which is what
 * receivers and gazetteers give, and some three bytes each where they have more.
 */
final class Places {

  private final int[] x;
  private final int[] y;
  private final Refinement lon;
  private final Refinement lat;
  private final byte[] kinds;
  private final boolean onlyPoints;
  private final boolean hasShapes;
  private final Zones zones;

  /**
   * @param lon degrees; 0 for what is no point
   * @param lat likewise
   */
  Places(double[] lon, double[] lat, byte[] kinds) {
    x = new int[lon.length];
    y = new int[lon.length];
    long[] lonSteps = new long[lon.length];
    long[] latSteps = new long[lon.length];
    boolean points = true;
    boolean shapes = false;
    for (int i = 0; i < lon.length; i++) {
      x[i] = Mercator.x(lon[i]);
      y[i] = Mercator.y(lat[i]);
      lonSteps[i] = Refinement.steps(toldLon(i), lon[i]);
      latSteps[i] = Refinement.steps(toldLat(i), lat[i]);
      points &= kinds[i] == Segment.POINT;
      shapes |= kinds[i] == Segment.SHAPE;
    }
    this.lon = Refinement.of(lonSteps);
    this.lat = Refinement.of(latSteps);
    this.zones = new Zones(x, y, kinds);
    this.onlyPoints = points;
    this.hasShapes = shapes;
    this.kinds = points ? new byte[0] : kinds;
  }

  int x(int row) {
    return x[row];
  }

  int y(int row) {
    return y[row];
  }

  double lon(int row) {
    return lon.exact(toldLon(row), row);
  }

  double lat(int row) {
    return lat.exact(toldLat(row), row);
  }

  private double toldLon(int row) {
    return Mercator.rounded(Mercator.lon(x[row]));
  }

  private double toldLat(int row) {
    return Mercator.rounded(Mercator.lat(y[row]));
  }

  byte kind(int row) {
    return onlyPoints ? Segment.POINT : kinds[row];
  }

  boolean hasShapes() {
    return hasShapes;
  }

  boolean hasOnlyPoints() {
    return onlyPoints;
  }

  Zones zones() {
    return zones;
  }

  long bytes() {
    return 8L * x.length + lon.bytes() + lat.bytes() + kinds.length + zones.bytes();
  }
}
