package org.vigie.geodata.geo;

import org.vigie.geodata.model.LocationClass;

/**
 * A place with how well it is known.
 *
 * @param radiusMetres of the circle that it lies in
 * @param reason where the radius comes from, for a person to judge it
 */
public record Spot(
    LonLat position, LocationClass locationClass, double radiusMetres, String reason) {

  /** A fix is not taken as better than a hand-held receiver gives it. */
  private static final double FINEST_METRES = 30;

  /** A written position, its class by the radius. */
  static Spot written(LonLat position, double halfDiagonalMetres, String reason) {
    return halfDiagonalMetres < FINEST_METRES
        ? new Spot(
            position, LocationClass.GPS, FINEST_METRES, reason + "; taken as no better than 30 m")
        : new Spot(position, classOf(halfDiagonalMetres), halfDiagonalMetres, reason);
  }

  /** The class whose radius covers this one. */
  public static LocationClass classOf(double radiusMetres) {
    if (radiusMetres <= LocationClass.GPS.radiusMetres()) {
      return LocationClass.GPS;
    } else if (radiusMetres <= LocationClass.SITE.radiusMetres()) {
      return LocationClass.SITE;
    } else if (radiusMetres <= LocationClass.VILLAGE.radiusMetres()) {
      return LocationClass.VILLAGE;
    } else if (radiusMetres <= LocationClass.NEAR_PLACE.radiusMetres()) {
      return LocationClass.NEAR_PLACE;
    } else if (radiusMetres <= LocationClass.ADM2.radiusMetres()) {
      return LocationClass.ADM2;
    }
    return radiusMetres <= LocationClass.ADM1.radiusMetres()
        ? LocationClass.ADM1
        : LocationClass.COUNTRY;
  }
}
