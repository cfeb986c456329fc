package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Sectors and bases of MIMAR. Units and contributing countries are invented like all the rest. */
final class Deployment {

  private static final List<String> COUNTRIES =
      List.of(
          "Arvenia", "Beltrassa", "Corvania", "Drovund Isles", "Ostereth", "Fennholt", "Gorrendia");
  private static final int BEFORE = -400;

  private final Country country;
  private final Dice dice;
  private final List<Sector> sectors = new ArrayList<>();
  private final List<Base> bases = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  Deployment(long seed, Country country, Story story) {
    this.country = country;
    this.dice = new Dice(seed, "bases");
    divide();
    List<Settlement> all = country.settlements().list();
    Settlement capital = all.get(0);
    add(Base.Kind.MHQ, capital, BEFORE, Calendar.DAYS);
    add(Base.Kind.LOGBASE, capital, BEFORE, Calendar.DAYS);
    add(Base.Kind.AIRFIELD, capital, BEFORE, Calendar.DAYS);
    for (Sector sector : sectors) {
      add(Base.Kind.SECTOR_HQ, sector.seat(), BEFORE, Calendar.DAYS);
      add(Base.Kind.EOD, sector.seat(), BEFORE, Calendar.DAYS);
      if (!sector.seat().equals(capital)) {
        add(Base.Kind.AIRFIELD, sector.seat(), BEFORE, Calendar.DAYS);
      }
    }
    for (Settlement city : all.subList(1, Settlements.CITIES)) {
      if (bases.stream().noneMatch(b -> b.place().equals(city))) {
        add(Base.Kind.REGIONAL_OFFICE, city, BEFORE, Calendar.DAYS);
        add(Base.Kind.COB, city, BEFORE, Calendar.DAYS);
      }
    }
    companies(all, story);
    temporary(all, story);
    add(Base.Kind.POC_SITE, story.highland(), BEFORE, Calendar.DAYS);
    add(Base.Kind.POC_SITE, story.worsening().seat(), Story.WORSENING + 120, Calendar.DAYS);
  }

  /** The cities farthest apart lead the sectors; each province goes to the nearest of them. */
  private void divide() {
    List<AdminAreas.Area> provinces = country.areas().provinces();
    List<Settlement> seats = new ArrayList<>();
    seats.add(provinces.stream().map(AdminAreas.Area::seat).min(byX()).orElseThrow());
    while (seats.size() < 4) {
      seats.add(
          provinces.stream()
              .map(AdminAreas.Area::seat)
              .max(
                  Comparator.comparingDouble(
                      s -> seats.stream().mapToDouble(o -> o.distanceKm(s.km())).min().orElse(0)))
              .orElseThrow());
    }
    seats.sort(byX());
    for (Settlement seat : seats) {
      List<AdminAreas.Area> members =
          provinces.stream().filter(p -> nearest(seats, p.seat()).equals(seat)).toList();
      sectors.add(new Sector(sectorName(seat, seats), seat, members));
    }
  }

  private static Settlement nearest(List<Settlement> seats, Settlement place) {
    return seats.stream()
        .min(Comparator.comparingDouble(s -> s.distanceKm(place.km())))
        .orElseThrow();
  }

  private static String sectorName(Settlement seat, List<Settlement> seats) {
    Settlement west = seats.stream().min(byX()).orElseThrow();
    Settlement east = seats.stream().max(byX()).orElseThrow();
    if (seat.equals(west) || seat.equals(east)) {
      return seat.equals(west) ? "Sector West" : "Sector East";
    }
    Settlement north =
        seats.stream()
            .filter(s -> !s.equals(west) && !s.equals(east))
            .max(Comparator.comparingDouble(s -> s.km().y))
            .orElseThrow();
    return seat.equals(north) ? "Sector North" : "Sector South";
  }

  private static Comparator<Settlement> byX() {
    return Comparator.comparingDouble(s -> s.km().x);
  }

  private void companies(List<Settlement> all, Story story) {
    List<Settlement> towns = new ArrayList<>(all.subList(Settlements.CITIES, Settlements.TOWNS));
    towns.removeIf(t -> t.equals(story.hotspotBefore()) || country.roads().at(t.cell()).isEmpty());
    towns.sort(Comparator.comparingDouble(t -> t.distanceKm(story.highland().km())));
    for (int i = 0; i < 18; i++) {
      // dense where the conflict is, thin on the quiet coasts
      Settlement town = towns.get(i < 9 ? i : 9 + (i - 9) * 2);
      add(i % 3 == 2 ? Base.Kind.TEAM_SITE : Base.Kind.COB, town, BEFORE, Calendar.DAYS);
    }
  }

  private void temporary(List<Settlement> all, Story story) {
    add(Base.Kind.TOB, story.hotspotBefore(), Story.BASE_OPENS, Calendar.DAYS);
    List<Settlement> villages =
        all.subList(Settlements.TOWNS, Settlements.ALL).stream()
            .filter(v -> !country.roads().at(v.cell()).isEmpty())
            .sorted(Comparator.comparingDouble(v -> v.distanceKm(story.highland().km())))
            .toList();
    for (int i = 0; i < 17; i++) {
      Settlement village = villages.get(i * 4);
      int opened = dice.whole(-200, Calendar.DAYS - 150);
      int closed = dice.chance(0.45) ? opened + dice.whole(120, 420) : Calendar.DAYS;
      if (closed > 0) {
        add(Base.Kind.TOB, village, opened, closed);
      }
    }
  }

  private void add(Base.Kind kind, Settlement place, int opened, int closed) {
    String label =
        switch (kind) {
          case MHQ -> "MIMAR Headquarters";
          case SECTOR_HQ -> sector(place).name() + " Headquarters";
          case REGIONAL_OFFICE -> "Regional Office " + place.name();
          case POC_SITE -> "PoC Site " + place.name();
          case LOGBASE -> "Logistics Base " + place.name();
          case AIRFIELD -> place.name() + " Airfield";
          case TEAM_SITE -> "Team Site " + place.name();
          case EOD -> "EOD Team " + place.name();
          case COB, TOB -> kind + " " + place.name();
        };
    String contributor = dice.pick(COUNTRIES);
    boolean troops = kind == Base.Kind.SECTOR_HQ || kind == Base.Kind.COB || kind == Base.Kind.TOB;
    String unit =
        troops
            ? contributor.toUpperCase(java.util.Locale.ROOT).replace(" ISLES", "")
                + "BATT "
                + numbers.merge(contributor, 1, Integer::sum)
            : kind == Base.Kind.TEAM_SITE ? "UNMO team " + place.name() : "MIMAR";
    int strength =
        switch (kind) {
          case MHQ -> 640;
          case SECTOR_HQ -> dice.whole(280, 420);
          case COB -> dice.whole(120, 190);
          case TOB -> dice.whole(35, 80);
          case TEAM_SITE -> dice.whole(9, 16);
          default -> dice.whole(12, 60);
        };
    bases.add(
        new Base(
            label,
            kind,
            place,
            beside(place),
            sector(place),
            unit,
            contributor,
            strength,
            opened,
            closed));
  }

  private Coordinate beside(Settlement place) {
    List<Roads.Segment> roads = country.roads().at(place.cell());
    if (roads.isEmpty()) {
      return place.km();
    }
    Roads.Segment road = dice.pick(roads);
    double away = Math.min(road.lengthKm() / 2, dice.between(0.7, 2.2));
    return Lines.along(
        road.line().getCoordinates(), road.from() == place.cell() ? away : road.lengthKm() - away);
  }

  Sector sector(Settlement place) {
    String province = country.areas().provinceAt(place.km()).code();
    return sectors.stream()
        .filter(s -> s.provinces().stream().anyMatch(p -> p.code().equals(province)))
        .findFirst()
        .orElseThrow();
  }

  List<Sector> sectors() {
    return sectors;
  }

  List<Base> bases() {
    return bases;
  }
}
