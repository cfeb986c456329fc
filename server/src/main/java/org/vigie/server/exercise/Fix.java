package org.vigie.server.exercise;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.vigie.geodata.model.LocationClass;

/**
 * Where the mission put an incident on the map, which is not where it was: a village's middle, the
 * middle of a district, or nowhere at all.
 *
 * @param point in degrees, null when the place is not known
 * @param phrase the place in words, for example {@code 6 km north of Orrel}
 */
record Fix(
    @Nullable Point point, @Nullable LocationClass locationClass, String phrase, String placeName) {

  private static final String[] COMPASS = {
    "east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east"
  };

  static Fix of(Incident incident, Country country, Dice dice) {
    Settlement place = incident.place();
    if (incident.subtype() == Subtype.SEXUAL_VIOLENCE) {
      // as the field sends it; the layer's rule takes the place away before anything is stored
      return exact(incident, LocationClass.VILLAGE, relative(incident, false));
    }
    boolean onRoad = !incident.road().isEmpty();
    return switch (dice.weighted(26, 27, 20, 15, onRoad ? 14 : 0, 3, 0.8, 1.1)) {
      case 0 -> exact(incident, LocationClass.GPS, relative(incident, onRoad));
      case 1 -> exact(incident, LocationClass.SITE, relative(incident, onRoad));
      case 2 ->
          new Fix(point(place.km()), LocationClass.VILLAGE, "in " + place.name(), place.name());
      case 3 -> near(incident);
      case 4 ->
          exact(
              incident,
              LocationClass.ROUTE_SEGMENT,
              "on road " + incident.road() + " near " + place.name());
      case 5 -> district(incident, country);
      case 6 -> province(incident, country);
      default -> new Fix(null, LocationClass.COUNTRY, "at a place not yet known", "");
    };
  }

  private static Fix exact(Incident incident, LocationClass how, String phrase) {
    return new Fix(point(incident.km()), how, phrase, incident.place().name());
  }

  /** Told as a rounded distance and direction, and put on the map from that. */
  private static Fix near(Incident incident) {
    double x = Math.round(incident.km().x * 0.5) / 0.5;
    double y = Math.round(incident.km().y * 0.5) / 0.5;
    return new Fix(
        point(new Coordinate(x + 0.4, y - 0.3)),
        LocationClass.NEAR_PLACE,
        "near " + incident.place().name(),
        "near " + incident.place().name());
  }

  private static Fix district(Incident incident, Country country) {
    AdminAreas.Area district = country.areas().districtAt(incident.place().km());
    return new Fix(
        country.areas().middleOf(district),
        LocationClass.ADM2,
        "in " + district.name() + " district",
        district.name() + " district");
  }

  private static Fix province(Incident incident, Country country) {
    AdminAreas.Area province = country.areas().provinceAt(incident.place().km());
    return new Fix(
        country.areas().middleOf(province),
        LocationClass.ADM1,
        "in " + province.name() + " province",
        province.name() + " province");
  }

  private static String relative(Incident incident, boolean onRoad) {
    Settlement place = incident.place();
    double km = place.distanceKm(incident.km());
    if (onRoad && km > 1.5) {
      return String.format(
          Locale.ROOT, "on road %s, %d km from %s", incident.road(), Math.round(km), place.name());
    }
    if (km < 1.2) {
      return "in " + place.name();
    }
    double angle = StrictMath.atan2(incident.km().y - place.km().y, incident.km().x - place.km().x);
    String direction = COMPASS[Math.floorMod(Math.round(angle / (Math.PI / 4)), 8)];
    return Math.max(2, Math.round(km)) + " km " + direction + " of " + place.name();
  }

  private static Point point(Coordinate km) {
    return Plane.DEGREES.createPoint(Plane.toDegrees(km));
  }
}
