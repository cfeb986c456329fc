package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * Everything that happens in three years. Each theatre throws its own incidents in time and space;
 * each incident may be followed by others within days and a few kilometres (a Hawkes process cut
 * into generations).
 */
final class Happenings {

  private static final double FOLLOW_DAYS = 4;
  private static final double FOLLOW_KM = 1.3;

  /** On a road it happens again at the same bend. */
  private static final double SAME_BEND_KM = 0.12;

  private final Country country;
  private final Whereabouts whereabouts;
  private final Dice dice;
  private final List<Incident> list = new ArrayList<>();

  Happenings(long seed, Country country, Story story) {
    this.country = country;
    this.whereabouts = new Whereabouts(country);
    this.dice = new Dice(seed, "incidents");
    for (Theatre theatre : new Theatres(country, story).list()) {
      play(theatre);
    }
    list.sort(
        Comparator.comparing(Incident::start)
            .thenComparing(Incident::theatre)
            .thenComparingDouble(i -> i.km().x));
  }

  private void play(Theatre theatre) {
    double[] days = new double[Calendar.DAYS];
    for (int day = 0; day < days.length; day++) {
      days[day] = theatre.when().at(day);
    }
    Cumulative when = new Cumulative(days);
    Map<Integer, Cumulative> whereByMonth = new HashMap<>();
    List<Subtype> subtypes = List.copyOf(theatre.mix().keySet());
    Cumulative what = new Cumulative(theatre.mix().values().stream().mapToDouble(w -> w).toArray());
    List<Settlement> places = country.settlements().list();
    for (int i = 0; i < theatre.parents(); i++) {
      int day = when.draw(dice);
      Cumulative where =
          whereByMonth.computeIfAbsent(
              day / 30,
              month ->
                  new Cumulative(
                      places.stream()
                          .mapToDouble(p -> theatre.where().at(p, month * 30))
                          .toArray()));
      Settlement place = places.get(where.draw(dice));
      Subtype subtype = subtypes.get(what.draw(dice));
      Incident incident = first(theatre, subtype, inSeason(subtype, day), place);
      list.add(incident);
      follow(theatre, incident, subtypes, what, 0);
    }
  }

  /** Floods keep to the rains; everything else happens when it happens. */
  private int inSeason(Subtype subtype, int day) {
    int moved = day;
    while (subtype == Subtype.NATURAL_HAZARD_FLOOD && !isFloodSeason(moved)) {
      moved = dice.whole(0, Calendar.DAYS - 1);
    }
    return moved;
  }

  private static boolean isFloodSeason(int day) {
    return Calendar.dryness(day) <= 0.35;
  }

  private Incident first(Theatre theatre, Subtype subtype, int day, Settlement place) {
    Whereabouts.Spot spot = whereabouts.find(place, subtype.isOnRoads() ? 0.95 : 0.3, dice);
    return incident(theatre, subtype, toMarketDay(subtype, day, place), spot, place);
  }

  private int toMarketDay(Subtype subtype, int day, Settlement place) {
    if (!subtype.isDrawnByMarkets() || !dice.chance(0.42)) {
      return day;
    }
    int ahead = Math.floorMod(place.marketDay().getValue() - Calendar.weekday(day).getValue(), 7);
    return day + ahead < Calendar.DAYS ? day + ahead : day;
  }

  private void follow(
      Theatre theatre, Incident cause, List<Subtype> subtypes, Cumulative what, int generation) {
    int followers = generation > 8 ? 0 : dice.poisson(theatre.followers());
    for (int i = 0; i < followers; i++) {
      int day = cause.day() + (int) Math.floor(0.3 + dice.exponential(FOLLOW_DAYS));
      if (day >= Calendar.DAYS) {
        continue;
      }
      Subtype subtype = dice.chance(0.55) ? cause.subtype() : subtypes.get(what.draw(dice));
      if (subtype == Subtype.NATURAL_HAZARD_FLOOD && !isFloodSeason(day)) {
        continue;
      }
      double away = Math.abs(dice.gaussian()) * (cause.road().isEmpty() ? FOLLOW_KM : SAME_BEND_KM);
      Whereabouts.Spot spot = new Whereabouts.Spot(onLand(cause.km(), away), cause.road());
      Incident next = incident(theatre, subtype, day, spot, cause.place());
      list.add(next);
      follow(theatre, next, subtypes, what, generation + 1);
    }
  }

  private Coordinate onLand(Coordinate from, double km) {
    for (int attempt = 0; attempt < 20; attempt++) {
      Coordinate shifted = Whereabouts.shifted(from, km, dice);
      if (country.isLand(shifted)) {
        return shifted;
      }
    }
    return from;
  }

  private Incident incident(
      Theatre theatre, Subtype subtype, int day, Whereabouts.Spot spot, Settlement place) {
    Parties parties = Parties.of(theatre, subtype, dice);
    return new Incident(
        theatre.name(),
        subtype,
        day,
        subtype.hours().minute(dice),
        spot.km(),
        place,
        spot.road(),
        parties.perpetrator(),
        parties.target(),
        Tolls.draw(subtype, dice));
  }

  /** In order of time. */
  List<Incident> list() {
    return list;
  }
}
