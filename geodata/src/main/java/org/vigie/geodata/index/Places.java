package org.vigie.geodata.index;

import org.vigie.geodata.geo.Mercator;

/**
 * Where the rows of a segment lie: cells of {@link Mercator} for every row, and the exact longitude
 * and latitude. The latter cost nothing where all have at most seven decimals, which is what
 * receivers and gazetteers give; else they are kept as they are.
 */
final class Places {

  private static final double[] RESTORED = {};

  private final int[] x;
  private final int[] y;
  private final double[] lon;
  private final double[] lat;
  private final byte[] kinds;
  private final boolean onlyPoints;
  private final boolean hasShapes;
  private final Zones zones;

  Places(double[] lon, double[] lat, byte[] kinds) {
    x = new int[lon.length];
    y = new int[lon.length];
    boolean restores = true;
    boolean points = true;
    boolean shapes = false;
    for (int i = 0; i < lon.length; i++) {
      x[i] = Mercator.x(lon[i]);
      y[i] = Mercator.y(lat[i]);
      restores &= kinds[i] != Segment.POINT || Mercator.restores(lon[i], lat[i]);
      points &= kinds[i] == Segment.POINT;
      shapes |= kinds[i] == Segment.SHAPE;
    }
    this.lon = restores ? RESTORED : lon;
    this.lat = restores ? RESTORED : lat;
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
    return lon.length > 0 ? lon[row] : Mercator.rounded(Mercator.lon(x[row]));
  }

  double lat(int row) {
    return lat.length > 0 ? lat[row] : Mercator.rounded(Mercator.lat(y[row]));
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
    return 8L * x.length + 16L * lon.length + kinds.length + zones.bytes();
  }
}
