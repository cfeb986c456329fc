package org.vigie.geodata.analysis.density;

import org.vigie.geodata.geo.Geodesy;

/**
 * Places on the WGS 84 ellipsoid; the true distance is the geodesic.
 *
 * <p>The chord through the earth is never longer than the geodesic. A geodesic bends nowhere more
 * than the ellipsoid does at its sharpest, the meridian at the equator (radius b²/a), so by Schur's
 * comparison theorem it is never longer than the arc of that circle over the same chord. Between
 * the two bounds, one part in ten million at 10 km, the geodesic is computed.
 */
public final class GeodesicSpace implements Space {

  private static final double MAJOR = 6_378_137.0;
  private static final double MINOR = 6_356_752.314_245_179;
  private static final double SMALLEST_RADIUS = MINOR * MINOR / MAJOR;
  private static final double GREATEST_RADIUS = MAJOR * MAJOR / MINOR;
  private static final double ECCENTRICITY_SQUARED = 1 - (MINOR * MINOR) / (MAJOR * MAJOR);

  /** More than the rounding of earth-centred coordinates, less than anybody can survey. */
  private static final double ROUNDING_METRES = 1e-6;

  private final double[] lon;
  private final double[] lat;
  private final double[] x;
  private final double[] y;
  private final double[] z;

  /** Longitudes and latitudes in degrees; 180 and -180 are one meridian, a pole is one place. */
  public GeodesicSpace(double[] lon, double[] lat) {
    int n = lon.length;
    this.lon = new double[n];
    this.lat = lat.clone();
    x = new double[n];
    y = new double[n];
    z = new double[n];
    for (int i = 0; i < n; i++) {
      boolean pole = Math.abs(lat[i]) == 90;
      this.lon[i] = pole ? 0 : lon[i] == 180 ? -180 : lon[i] + 0.0;
      place(i);
    }
  }

  private void place(int i) {
    double phi = Math.toRadians(lat[i]);
    double lambda = Math.toRadians(lon[i]);
    double sinPhi = Math.sin(phi);
    double normal = MAJOR / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinPhi * sinPhi);
    x[i] = normal * Math.cos(phi) * Math.cos(lambda);
    y[i] = normal * Math.cos(phi) * Math.sin(lambda);
    z[i] = normal * (1 - ECCENTRICITY_SQUARED) * sinPhi;
  }

  @Override
  public int size() {
    return lon.length;
  }

  @Override
  public double x(int point) {
    return x[point];
  }

  @Override
  public double y(int point) {
    return y[point];
  }

  @Override
  public double z(int point) {
    return z[point];
  }

  @Override
  public double distance(int a, int b) {
    // One order of the ends, so that rounding cannot make the distance depend on who asks.
    int first = Math.min(a, b);
    int second = Math.max(a, b);
    return Geodesy.distanceMetres(lon[first], lat[first], lon[second], lat[second]);
  }

  @Override
  public double surelyWithin(double metres) {
    double half = Math.min(metres / (2 * SMALLEST_RADIUS), Math.PI / 2);
    return 2 * SMALLEST_RADIUS * Math.sin(half) - ROUNDING_METRES;
  }

  @Override
  public double surelyBeyond(double metres) {
    return metres + ROUNDING_METRES;
  }

  /**
   * The arc of the flattest circle, that of the poles (radius a²/b), over the chord. A geodesic
   * bends nowhere less; that it also turns about itself lengthens its chord by less than a part in
   * 10¹¹ at 1000 km, which the margin covers a hundredfold.
   */
  @Override
  public double leastDistance(double chord) {
    double half = Math.min(chord / (2 * GREATEST_RADIUS), 1);
    return 2 * GREATEST_RADIUS * Math.asin(half) * (1 - 1e-9) - ROUNDING_METRES;
  }
}
