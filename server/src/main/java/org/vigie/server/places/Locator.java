package org.vigie.server.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.geo.LocationText;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.geo.Spot;
import org.vigie.geodata.geo.WrittenPlace;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.places.Located.Place;
import org.vigie.server.places.Located.Warning;

/** Understands a text about a place with the names that the caller may see. */
final class Locator {

  private static final int MOST_CANDIDATES = 8;
  private static final double NEAR_METRES = 5_000;
  private static final double APART_METRES = 200;

  /** Below this a name is another one that looks alike. */
  private static final double SURE = 0.75;

  private final Gazetteer gazetteer;
  private final Surroundings surroundings;

  Locator(LayerCatalog catalog) {
    gazetteer = new Gazetteer(catalog);
    surroundings = new Surroundings(catalog);
  }

  Gazetteer gazetteer() {
    return gazetteer;
  }

  /**
   * @param near where the asker looks
   * @param clicked a point on the map that is meant to be the same place
   */
  Located locate(FeatureStore seen, String text, Optional<LonLat> near, Optional<LonLat> clicked)
      throws BadInputException {
    WrittenPlace written;
    try {
      written = LocationText.parse(text);
    } catch (BadInputException unreadable) {
      Fault fault = unreadable.faults().get(0);
      return Located.unknown(fault);
    }
    List<Warning> warnings = new ArrayList<>();
    if (written instanceof WrittenPlace.Coordinates coordinates) {
      Place place = Place.of(coordinates.spot(), coordinates.normalised());
      if (coordinates.isReversed()) {
        warnings.add(new Warning("reversed", "Read as longitude, latitude.", null));
      }
      outside(seen, place, coordinates.swapped()).ifPresent(warnings::add);
      return located(seen, "coordinates", List.of(place), warnings, clicked);
    }
    List<Place> candidates = named(seen, written, near, warnings);
    if (candidates.isEmpty()) {
      return Located.unknown(
          Fault.of(
              null,
              "No place of this name is known here",
              "Check the spelling, click on the map, or write coordinates or a grid reference"));
    }
    outside(seen, candidates.get(0), Optional.empty()).ifPresent(warnings::add);
    return located(seen, kind(written), candidates, warnings, clicked);
  }

  /** A point of the map. */
  Located point(FeatureStore seen, LonLat at) throws BadInputException {
    Spot spot = new Spot(at, LocationClass.SITE, LocationClass.SITE.radiusMetres(), "map");
    String text = String.format(Locale.ROOT, "%.5f, %.5f", at.lat(), at.lon());
    Place place = Place.of(spot, text);
    List<Warning> warnings = new ArrayList<>();
    outside(seen, place, Optional.empty()).ifPresent(warnings::add);
    return located(seen, "point", List.of(place), warnings, Optional.empty());
  }

  private Located located(
      FeatureStore seen,
      String kind,
      List<Place> places,
      List<Warning> warnings,
      Optional<LonLat> clicked)
      throws BadInputException {
    Place best = places.get(0);
    clicked.flatMap(at -> apart(best, at)).ifPresent(warnings::add);
    Map<String, String> names = surroundings.names(seen, position(best));
    return new Located(
        kind,
        best,
        kind.equals("coordinates") || kind.equals("point") ? List.of() : places,
        names,
        warnings,
        null);
  }

  private List<Place> named(
      FeatureStore seen, WrittenPlace written, Optional<LonLat> near, List<Warning> warnings)
      throws BadInputException {
    if (written instanceof WrittenPlace.Between between) {
      return between(seen, between, near);
    }
    String name =
        written instanceof WrittenPlace.Offset offset
            ? offset.name()
            : ((WrittenPlace.Named) written).name();
    List<NamedPlace> found = gazetteer.search(seen, name, near, MOST_CANDIDATES);
    if (found.isEmpty()) {
      return List.of();
    }
    if (found.get(0).score() < SURE) {
      warnings.add(
          new Warning(
              "similar", "No place is called \"" + name + "\"; these names are similar.", null));
    } else if (found.size() > 1
        && NameMatch.fold(found.get(0).name()).equals(NameMatch.fold(found.get(1).name()))) {
      warnings.add(new Warning("ambiguous", "Several places have this name: choose.", null));
    }
    return found.stream().map(place -> placed(written, place)).toList();
  }

  private static Place placed(WrittenPlace written, NamedPlace place) {
    Spot spot = place.spot();
    if (written instanceof WrittenPlace.Offset offset) {
      return Place.of(
          place,
          offset.from(spot.position(), spot.radiusMetres()),
          offset.words() + (offset.direction().isPresent() ? " of " : " from ") + place.name());
    }
    if (((WrittenPlace.Named) written).isNear()) {
      double radius = Math.max(NEAR_METRES, 2 * spot.radiusMetres());
      Spot around = new Spot(spot.position(), LocationClass.NEAR_PLACE, radius, "near the place");
      return Place.of(place, around, "near " + place.name());
    }
    return Place.of(place, spot, place.name());
  }

  /** Of all that the two names may mean, the two that are nearest to each other. */
  private List<Place> between(
      FeatureStore seen, WrittenPlace.Between between, Optional<LonLat> near)
      throws BadInputException {
    NamedPlace one = null;
    NamedPlace other = null;
    double least = Double.POSITIVE_INFINITY;
    List<NamedPlace> others = gazetteer.search(seen, between.other(), near, MOST_CANDIDATES);
    for (NamedPlace a : gazetteer.search(seen, between.one(), near, MOST_CANDIDATES)) {
      for (NamedPlace b : others) {
        double cost = metres(a.spot().position(), b.spot().position()) / (a.score() * b.score());
        if (!a.id().equals(b.id()) && cost < least) {
          one = a;
          other = b;
          least = cost;
        }
      }
    }
    if (one == null || other == null) {
      return List.of();
    }
    Spot middle = WrittenPlace.Between.spot(one.spot().position(), other.spot().position());
    return List.of(Place.of(middle, "between " + one.name() + " and " + other.name()));
  }

  private Optional<Warning> outside(FeatureStore seen, Place place, Optional<Spot> swapped) {
    if (surroundings.isInMission(seen, position(place)).orElse(true)) {
      return Optional.empty();
    }
    Optional<Spot> inside =
        swapped.filter(spot -> surroundings.isInMission(seen, spot.position()).orElse(false));
    if (inside.isPresent()) {
      LonLat at = inside.get().position();
      String text = String.format(Locale.ROOT, "%.5f, %.5f", at.lat(), at.lon());
      return Optional.of(
          new Warning(
              "swapped",
              "This lies outside the mission area; with latitude and longitude exchanged it would"
                  + " lie inside.",
              Place.of(inside.get(), text)));
    }
    return Optional.of(new Warning("outside", "This lies outside the mission area.", null));
  }

  private static Optional<Warning> apart(Place place, LonLat clicked) {
    double metres = metres(position(place), clicked);
    return metres <= Math.max(APART_METRES, (double) place.radiusM())
        ? Optional.empty()
        : Optional.of(
            new Warning(
                "apart",
                String.format(
                    Locale.ROOT, "The text and the map are %.1f km apart.", metres / 1000),
                null));
  }

  private static double metres(LonLat a, LonLat b) {
    return Geodesy.distanceMetres(a.lon(), a.lat(), b.lon(), b.lat());
  }

  private static LonLat position(Place place) {
    return new LonLat(place.position().get(0), place.position().get(1));
  }

  private static String kind(WrittenPlace written) {
    if (written instanceof WrittenPlace.Between) {
      return "between";
    }
    return written instanceof WrittenPlace.Offset ? "offset" : "place";
  }
}
