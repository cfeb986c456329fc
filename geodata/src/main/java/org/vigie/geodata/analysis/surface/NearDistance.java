package org.vigie.geodata.analysis.surface;

/**
 * Squared geodesic distances on WGS 84 between two parallels, fast: the chord through the earth,
 * bent by the radius of curvature that the ellipsoid has half-way in its direction (Euler's
 * theorem). Against the geodesic the relative error of a distance is below 4·10⁻⁸ to 200 km and
 * below 10⁻⁶ to 1 000 km, away from the poles and near them.
 */
final class NearDistance {

  private static final double MAJOR = 6_378_137.0;
  private static final double MINOR = 6_356_752.314_245_179;
  private static final double ECCENTRICITY_SQUARED = 1 - (MINOR * MINOR) / (MAJOR * MAJOR);

  /** Squared part of the chord that lies in the plane of the meridian. */
  private final double alongMeridian;

  /** Product of the distances of the two places from the axis, times four. */
  private final double acrossFactor;

  private final double curvatureAlong;
  private final double curvatureAcross;

  /** Two parallels, latitudes in degrees. */
  NearDistance(double lat1, double lat2) {
    double phi1 = Math.toRadians(lat1);
    double phi2 = Math.toRadians(lat2);
    double n1 = normal(phi1);
    double n2 = normal(phi2);
    double p1 = n1 * Math.cos(phi1);
    double p2 = n2 * Math.cos(phi2);
    double dz = (1 - ECCENTRICITY_SQUARED) * (n1 * Math.sin(phi1) - n2 * Math.sin(phi2));
    alongMeridian = (p1 - p2) * (p1 - p2) + dz * dz;
    acrossFactor = 4 * p1 * p2;
    double half = (phi1 + phi2) / 2;
    double n = normal(half);
    curvatureAcross = 1 / n;
    double sine = Math.sin(half);
    curvatureAlong = (1 - ECCENTRICITY_SQUARED * sine * sine) / (n * (1 - ECCENTRICITY_SQUARED));
  }

  /**
   * Square metres between a place on either parallel.
   *
   * @param halfSineSquared squared sine of half the difference of longitudes
   */
  double squared(double halfSineSquared) {
    double across = acrossFactor * halfSineSquared;
    double chord = alongMeridian + across;
    if (chord == 0) {
      return 0;
    }
    double curvature = (alongMeridian * curvatureAlong + across * curvatureAcross) / chord;
    double quarter = chord * curvature * curvature / 4;
    if (quarter < 1e-4) {
      // (asin q / q)² by its series; the next term is below 3·10⁻¹³ of the whole
      return chord * (1 + quarter * (1 / 3.0 + quarter * (8 / 45.0 + quarter * 4 / 35.0)));
    }
    double arc = 2 * Math.asin(Math.min(1, Math.sqrt(quarter))) / curvature;
    return arc * arc;
  }

  /** Squared sine of half a difference of longitudes in degrees. */
  static double halfSineSquared(double degrees) {
    double sine = Math.sin(Math.toRadians(degrees) / 2);
    return sine * sine;
  }

  /**
   * Degrees of longitude from a parallel within which another may be nearer than a distance.
   *
   * @return from 0 to 180; negative when the parallels are farther apart
   */
  double longitudeWithin(double metres) {
    // A chord is never longer than the arc, so no place within the distance is missed.
    double room = metres * metres - alongMeridian;
    if (room < 0) {
      return -1;
    }
    double sineSquared = room / acrossFactor;
    return acrossFactor <= 0 || sineSquared >= 1
        ? 180
        : 2 * Math.toDegrees(Math.asin(Math.sqrt(sineSquared)));
  }

  private static double normal(double phi) {
    double sine = Math.sin(phi);
    return MAJOR / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
  }
}
