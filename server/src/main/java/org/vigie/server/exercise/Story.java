package org.vigie.server.exercise;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * What the exercise is about, told in places and dates: an insurgency in the highlands, a province
 * that deteriorates from 2025, and a hotspot that moves when a base opens beside it.
 */
final class Story {

  /** From here on the worsening province gets worse month by month. */
  static final int WORSENING = Calendar.day(LocalDate.of(2025, 3, 1));

  /** The base opens and the hotspot beside it empties. */
  static final int BASE_OPENS = Calendar.day(LocalDate.of(2025, 1, 20));

  /** Election day. */
  static final int ELECTION = Calendar.day(LocalDate.of(2024, 11, 16));

  /** The price of fuel is doubled. */
  static final int FUEL_PRICE = Calendar.day(LocalDate.of(2026, 2, 9));

  private final Settlement highland;
  private final AdminAreas.Area worsening;
  private final Settlement hotspotBefore;
  private final Settlement hotspotAfter;
  private final Actor rebels;
  private final Actor splinter;

  Story(Country country) {
    List<Settlement> cities = country.settlements().list().subList(0, Settlements.CITIES);
    highland =
        cities.stream()
            .max(Comparator.comparingDouble(s -> country.terrain().coastKm(s.cell())))
            .orElseThrow();
    Settlement capital = cities.get(0);
    // the nearest other city to the highland, the capital spared: where a war would spill over
    Settlement next =
        cities.stream()
            .filter(s -> !s.equals(highland) && !s.equals(capital))
            .min(Comparator.comparingDouble(s -> s.distanceKm(highland.km())))
            .orElseThrow();
    worsening = country.areas().provinceAt(next.km());
    Settlement far =
        cities.stream()
            .filter(s -> !s.equals(capital))
            .max(Comparator.comparingDouble(s -> s.distanceKm(next.km())))
            .orElseThrow();
    List<Settlement> towns =
        country.settlements().list().stream()
            .filter(s -> s.kind() != Settlement.Kind.VILLAGE && s.rank() >= Settlements.CITIES)
            .filter(s -> country.terrain().coastKm(s.cell()) > 6)
            .toList();
    hotspotBefore = nearestAt(towns, far.km(), 32);
    hotspotAfter =
        nearestAt(
            country.settlements().list().stream()
                .filter(s -> s.rank() >= Settlements.CITIES && !s.equals(hotspotBefore))
                .toList(),
            hotspotBefore.km(),
            44);
    String home = country.areas().provinceAt(highland.km()).name();
    rebels = new Actor(home + " Liberation Front", initials(home + " Liberation Front"), "2");
    String gone = worsening.name();
    splinter = new Actor("New " + gone + " Army", initials("New " + gone + " Army"), "2");
  }

  private static Settlement nearestAt(List<Settlement> towns, Coordinate from, double km) {
    return towns.stream()
        .min(Comparator.comparingDouble(s -> Math.abs(s.distanceKm(from) - km)))
        .orElseThrow();
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split(" ")) {
      initials.append(word.charAt(0));
    }
    return initials.toString();
  }

  /** The city in the middle of the insurgency. */
  Settlement highland() {
    return highland;
  }

  AdminAreas.Area worsening() {
    return worsening;
  }

  Settlement hotspotBefore() {
    return hotspotBefore;
  }

  Settlement hotspotAfter() {
    return hotspotAfter;
  }

  Actor rebels() {
    return rebels;
  }

  /** The group that grows in the worsening province. */
  Actor splinter() {
    return splinter;
  }
}
