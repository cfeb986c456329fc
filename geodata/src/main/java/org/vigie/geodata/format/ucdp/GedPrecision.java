package org.vigie.geodata.format.ucdp;

import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimePrecision;

/** The precision codes of the dataset in our words. */
final class GedPrecision {

  /** The codebook places events of level 2 within about 25 km of the named place. */
  private static final double NEAR_PLACE_METRES = 25_000;

  private GedPrecision() {}

  /**
   * @param wherePrec 1 exact place, 2 near a place, 3 second-order and 4 first-order unit, 5 a
   *     road, a border or a vague region, 6 country, 7 sea or air
   */
  static LocationClass location(int wherePrec) {
    return switch (wherePrec) {
      case 1 -> LocationClass.VILLAGE;
      case 2 -> LocationClass.NEAR_PLACE;
      case 3 -> LocationClass.ADM2;
      case 4 -> LocationClass.ADM1;
      case 5 -> LocationClass.ROUTE_SEGMENT;
      case 6 -> LocationClass.COUNTRY;
      case 7 -> LocationClass.MARITIME_AIR;
      default -> throw new IllegalArgumentException("where_prec " + wherePrec);
    };
  }

  /**
   * Radius in metres. Level 5 covers regions as large as "southeast of the country" besides roads,
   * so it gets the radius of a first-order unit: too wide rather than too sure.
   */
  static double radiusMetres(int wherePrec) {
    return switch (wherePrec) {
      case 2 -> NEAR_PLACE_METRES;
      case 5 -> LocationClass.ADM1.radiusMetres();
      default -> location(wherePrec).radiusMetres();
    };
  }

  /**
   * @param datePrec 1 day, 2 two to six days, 3 week, 4 month, 5 year
   */
  static TimePrecision time(int datePrec) {
    return switch (datePrec) {
      case 1 -> TimePrecision.EXACT_DAY;
      case 2 -> TimePrecision.DAYS_2_TO_6;
      case 3 -> TimePrecision.WEEK;
      case 4 -> TimePrecision.MONTH;
      case 5 -> TimePrecision.YEAR;
      default -> throw new IllegalArgumentException("date_prec " + datePrec);
    };
  }
}
