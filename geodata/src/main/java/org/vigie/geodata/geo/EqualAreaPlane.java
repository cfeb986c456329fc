package org.vigie.geodata.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The azimuthal equal-area projection of Lambert for the WGS 84 ellipsoid about a centre: x east, y
 * north, in metres. Areas are exact anywhere; lengths and angles are exact at the centre, see
 * {@link #scaleError}. It knows no antimeridian and no pole. A place costs three trigonometric
 * functions, some thirty times less than the geodesic of {@link LocalProjection}, and goes there
 * and back within three millimetres.
 *
 * <p>Source: J. P. Snyder, "Map projections: a working manual" (USGS 1987), equations 3-11, 3-18
 * and 24-17 to 24-28.
 */
public final class EqualAreaPlane {

  private static final double A = 6_378_137;
  private static final double F = 1 / 298.257_223_563;
  private static final double E2 = F * (2 - F);
  private static final double E4 = E2 * E2;
  private static final double E6 = E4 * E2;
  private static final double QP = authalic(1);

  /** Radius of the sphere with the area of the ellipsoid. */
  private static final double RADIUS = A * Math.sqrt(QP / 2);

  /** Cosine of the distance to the far side of the earth, plus 1, below which it has no place. */
  private static final double FAR_SIDE = 1e-15;

  private final double lon0;
  private final double sin0;
  private final double cos0;
  private final double stretch;

  /** Longitude and latitude of the centre, in degrees. */
  public EqualAreaPlane(double centreLon, double centreLat) {
    lon0 = Math.toRadians(centreLon);
    double s = Math.sin(Math.toRadians(centreLat));
    double c = Math.cos(Math.toRadians(centreLat));
    sin0 = authalic(s) / QP;
    cos0 = Math.sqrt(Math.max(0, (1 - sin0) * (1 + sin0)));
    // at a pole both cosines vanish and their quotient goes to 1
    stretch = cos0 < 1e-6 ? 1 : A * c / Math.sqrt(1 - E2 * s * s) / (RADIUS * cos0);
  }

  /**
   * The plane about the middle of the box around some places, which lies west to east where the
   * widest gap of longitudes is not. The order of the places does not matter.
   *
   * @throws IllegalArgumentException without any place
   */
  public static EqualAreaPlane amid(double[] lon, double[] lat) {
    if (lon.length == 0) {
      throw new IllegalArgumentException("no places");
    }
    LongitudeSpan span = new LongitudeSpan();
    double south = 90;
    double north = -90;
    for (int i = 0; i < lon.length; i++) {
      span.include(lon[i]);
      south = Math.min(south, lat[i]);
      north = Math.max(north, lat[i]);
    }
    return new EqualAreaPlane(span.middle(), (south + north) / 2);
  }

  /** Equation 3-12 with the series of the area tangent, whose tenth term is below 1e-22. */
  private static double authalic(double s) {
    double t = E2 * s * s;
    double series = 0;
    for (int k = 9; k >= 0; k--) {
      series = series * t + 1.0 / (2 * k + 1);
    }
    return (1 - E2) * s * (1 / (1 - t) + series);
  }

  /**
   * Greatest relative error of a length within a distance of the centre: that of the sphere, {@code
   * sec(c/2) - 1}, and that of its flattening, at most {@code e²/6 sin c}. 0.03 % at 100 km, 0.2 %
   * at 500 km.
   */
  public static double scaleError(double metresFromCentre) {
    double half = Math.min(metresFromCentre / (2 * RADIUS), Math.sqrt(0.5));
    double cosine = Math.sqrt(1 - half * half);
    return (1 + E2 / 6 * 2 * half * cosine) / cosine - 1;
  }

  /** Longitude, latitude in degrees to metres east and north of the centre. */
  public Coordinate toMetres(double lon, double lat) {
    double[] xy = new double[2];
    toMetres(lon, lat, xy, 0);
    return new Coordinate(xy[0], xy[1]);
  }

  /** The same without an object: x is written at an index of an array, y after it. */
  public void toMetres(double lon, double lat, double[] xy, int at) {
    double sin = authalic(Math.sin(Math.toRadians(lat))) / QP;
    double cos = Math.sqrt(Math.max(0, (1 - sin) * (1 + sin)));
    double east = Math.toRadians(lon) - lon0;
    double along = cos * Math.cos(east);
    double scale = RADIUS * Math.sqrt(2 / Math.max(FAR_SIDE, 1 + sin0 * sin + cos0 * along));
    xy[at] = scale * stretch * cos * Math.sin(east);
    xy[at + 1] = scale / stretch * (cos0 * sin - sin0 * along);
  }

  /** Metres east and north of the centre to longitude, latitude in degrees. */
  public Coordinate toDegrees(double x, double y) {
    double u = x / stretch;
    double v = y * stretch;
    double half = Math.min(1, Math.hypot(u, v) / (2 * RADIUS));
    // from the chord to the unit sphere: in towards the earth, east and north of the centre
    double in = 1 - 2 * half * half;
    double perMetre = Math.sqrt(1 - half * half) / RADIUS;
    double east = u * perMetre;
    double north = v * perMetre;
    double up = in * sin0 + north * cos0;
    double out = in * cos0 - north * sin0;
    double beta = Math.atan2(up, Math.hypot(out, east));
    double phi =
        beta
            + (E2 / 3 + 31 * E4 / 180 + 517 * E6 / 5040) * Math.sin(2 * beta)
            + (23 * E4 / 360 + 251 * E6 / 3780) * Math.sin(4 * beta)
            + 761 * E6 / 45_360 * Math.sin(6 * beta);
    double lambda = Math.toDegrees(lon0 + Math.atan2(east, out));
    return new Coordinate(lambda - 360 * Math.rint(lambda / 360), Math.toDegrees(phi));
  }

  /**
   * The area inside a closed ring in metres, its corners joined in degrees and cut at the
   * antimeridian.
   */
  public Geometry polygon(Coordinate[] ring) {
    Coordinate[] degrees = new Coordinate[ring.length];
    for (int i = 0; i < ring.length - 1; i++) {
      degrees[i] = toDegrees(ring[i].x, ring[i].y);
    }
    degrees[ring.length - 1] = degrees[0].copy();
    return Antimeridian.polygon(degrees);
  }
}
