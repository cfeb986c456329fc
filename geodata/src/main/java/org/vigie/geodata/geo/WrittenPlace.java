package org.vigie.geodata.geo;

import java.util.Locale;
import java.util.Optional;
import org.vigie.geodata.model.LocationClass;

/** What a text says about a place, before names are looked up. */
public sealed interface WrittenPlace {

  /**
   * Coordinates or a grid reference.
   *
   * @param normalised the text in its usual form
   * @param swapped the same two angles the other way round, when that is on the globe
   * @param isReversed whether longitude came first, since only so the numbers can be read
   */
  record Coordinates(Spot spot, String normalised, Optional<Spot> swapped, boolean isReversed)
      implements WrittenPlace {}

  /**
   * A name.
   *
   * @param isNear "near X": not the place itself
   */
  record Named(String name, boolean isNear) implements WrittenPlace {}

  /** Half-way between two named places, for want of better knowledge. */
  record Between(String one, String other) implements WrittenPlace {

    /** Around the middle, as far as either end. */
    public static Spot spot(LonLat one, LonLat other) {
      double apart = Geodesy.distanceMetres(one.lon(), one.lat(), other.lon(), other.lat());
      double azimuth = Geodesy.azimuthDegrees(one, other);
      var middle = Geodesy.destination(one.lon(), one.lat(), azimuth, apart / 2);
      return new Spot(
          new LonLat(middle.x, middle.y),
          LocationClass.ROUTE_SEGMENT,
          Math.max(apart / 2, LocationClass.SITE.radiusMetres()),
          "half of the way between the two places");
    }
  }

  /**
   * A distance from a named place.
   *
   * @param toleranceMetres a tenth of the distance, or half of the last digit when that is more
   * @param direction empty when only the distance is told
   */
  record Offset(
      double distanceMetres, double toleranceMetres, Optional<CompassPoint> direction, String name)
      implements WrittenPlace {

    /**
     * Where that is, counted from an origin. The radius reaches the far corners of the piece of a
     * ring that distance and direction leave open; the origin's own radius is added as an
     * independent error (root of the sum of squares).
     */
    public Spot from(LonLat origin, double originRadiusMetres) {
      double far = distanceMetres + toleranceMetres;
      if (direction.isEmpty()) {
        double radius = Math.hypot(far, originRadiusMetres);
        return new Spot(
            origin, LocationClass.NEAR_PLACE, radius, "the distance, in no stated direction");
      }
      CompassPoint to = direction.get();
      double half = Math.toRadians(to.halfWidthDegrees());
      double corner =
          Math.sqrt(
              distanceMetres * distanceMetres
                  + far * far
                  - 2 * distanceMetres * far * Math.cos(half));
      var at = Geodesy.destination(origin.lon(), origin.lat(), to.azimuthDegrees(), distanceMetres);
      return new Spot(
          new LonLat(at.x, at.y),
          LocationClass.NEAR_PLACE,
          Math.hypot(corner, originRadiusMetres),
          String.format(
              Locale.ROOT,
              "direction ±%s°, distance ±%s, extent of the place",
              to.halfWidthDegrees() == 22.5 ? "22.5" : "11.25",
              length(toleranceMetres)));
    }

    /** For a sentence: {@code 5 km NE}. */
    public String words() {
      return length(distanceMetres) + direction.map(d -> " " + d.word()).orElse("");
    }

    private static String length(double metres) {
      String text =
          metres < 1000
              ? String.valueOf(Math.round(metres))
              : String.format(Locale.ROOT, "%.1f", metres / 1000).replaceAll("\\.0$", "");
      return text + (metres < 1000 ? " m" : " km");
    }
  }
}
