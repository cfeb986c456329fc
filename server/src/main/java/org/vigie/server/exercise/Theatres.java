package org.vigie.server.exercise;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything that makes incidents in Maralune, and how much of it. */
final class Theatres {

  private final Country country;
  private final Story story;

  Theatres(Country country, Story story) {
    this.country = country;
    this.story = story;
  }

  List<Theatre> list() {
    return List.of(
        highlands(),
        worsening(),
        hotspot(true),
        hotspot(false),
        pastures(),
        streets(),
        roads(),
        tension(),
        harbours(),
        hazards(),
        state());
  }

  private Theatre highlands() {
    return new Theatre(
        "highlands",
        2350,
        0.36,
        story.rebels(),
        Actor.ARMY,
        mix(
            """
            ARMED_CLASH 30, ATTACK 16, ABDUCTION_FORCED_DISAPPEARANCE 9,
            REMOTE_EXPLOSIVE_LANDMINE_IED 8, LOOTING_PROPERTY_DESTRUCTION 7,
            TROOP_MOVEMENT 8, SHELLING_ARTILLERY_MISSILE 4, AIR_DRONE_STRIKE 3,
            CHECKPOINT_EXTORTION 6, GOVERNMENT_REGAINS_TERRITORY 1.5,
            NON_STATE_ACTOR_OVERTAKES_TERRITORY 1.5, DISPLACEMENT 4,
            AMBUSH_ON_UN 1.2, FIRE_ON_UN_BASE 0.8, SEXUAL_VIOLENCE 2,
            DISRUPTED_WEAPONS_USE 2
            """),
        day -> 0.6 + 0.9 * Calendar.dryness(day) - 0.25 * day / Calendar.DAYS,
        (place, day) -> near(place, story.highland(), 62) * people(place, 0.35));
  }

  private Theatre worsening() {
    return new Theatre(
        "worsening",
        2150,
        0.4,
        story.splinter(),
        Actor.ARMY,
        mix(
            """
            ATTACK 24, ARMED_CLASH 20, ABDUCTION_FORCED_DISAPPEARANCE 10,
            LOOTING_PROPERTY_DESTRUCTION 9, DISPLACEMENT 8, THREAT_HARASSMENT 7,
            REMOTE_EXPLOSIVE_LANDMINE_IED 5, CHECKPOINT_EXTORTION 6, GRENADE 2,
            SEXUAL_VIOLENCE 3, NON_STATE_ACTOR_OVERTAKES_TERRITORY 2,
            TROOP_MOVEMENT 5, AMBUSH_ON_UN 0.8
            """),
        day ->
            day < Story.WORSENING
                ? 0.16
                : 0.16 + 1.5 * StrictMath.pow((day - Story.WORSENING) / 486.0, 1.5),
        (place, day) -> {
          // it starts on the side of the highland and spreads over the province
          double reach = 26 + Math.max(0, day - Story.WORSENING) * 0.13;
          return inside(place, story.worsening())
              * near(place, story.highland(), 55 + reach)
              * people(place, 0.3);
        });
  }

  private Theatre hotspot(boolean before) {
    Settlement middle = before ? story.hotspotBefore() : story.hotspotAfter();
    return new Theatre(
        before ? "hotspot before" : "hotspot after",
        before ? 700 : 620,
        0.45,
        Actor.GUNMEN,
        Actor.FARMERS,
        mix(
            """
            ATTACK 26, ARMED_CLASH 14, ARMED_ROBBERY 14, CATTLE_RAID 8,
            ABDUCTION_FORCED_DISAPPEARANCE 8, THREAT_HARASSMENT 8,
            INTER_COMMUNAL_CLASH 8, LOOTING_PROPERTY_DESTRUCTION 6,
            SEXUAL_VIOLENCE 3, TENSION_RUMOUR 5
            """),
        day -> {
          double moved = 1 / (1 + StrictMath.exp(-(day - Story.BASE_OPENS - 12) / 9.0));
          return before ? 1 - 0.93 * moved : 0.06 + moved;
        },
        (place, day) -> near(place, middle, 13));
  }

  private Theatre pastures() {
    List<Settlement> cities = country.settlements().list().subList(0, Settlements.CITIES);
    Settlement east =
        cities.stream().max((a, b) -> Double.compare(a.km().x, b.km().x)).orElseThrow();
    return new Theatre(
        "pastures",
        1500,
        0.34,
        Actor.HERDERS,
        Actor.FARMERS,
        mix(
            """
            INTER_COMMUNAL_CLASH 24, CATTLE_RAID 30, LAND_DISPUTE 16, ATTACK 12,
            TENSION_RUMOUR 7, LOOTING_PROPERTY_DESTRUCTION 6, DISPLACEMENT 4,
            AGREEMENT 2
            """),
        day -> {
          int dayOfYear = Calendar.date(day).getDayOfYear();
          // herds come down to the fields before the harvest is in
          return 0.25 + StrictMath.exp(-sq((dayOfYear - 290) / 34.0));
        },
        (place, day) ->
            near(place, east, 72) * (place.kind() == Settlement.Kind.VILLAGE ? 2 : 0.7));
  }

  private Theatre streets() {
    return new Theatre(
        "streets",
        1900,
        0.2,
        Actor.PROTESTERS,
        Actor.POLICE,
        mix(
            """
            PEACEFUL_PROTEST 52, PROTEST_WITH_INTERVENTION 12,
            VIOLENT_DEMONSTRATION 14, MOB_VIOLENCE 6,
            EXCESSIVE_FORCE_AGAINST_PROTESTERS 3, ROADBLOCK 7,
            STONE_THROWING_OBSTRUCTION 4
            """),
        day -> {
          DayOfWeek weekday = Calendar.weekday(day);
          double week = weekday == DayOfWeek.FRIDAY ? 2.4 : weekday == DayOfWeek.SUNDAY ? 0.35 : 1;
          double election = 7 * StrictMath.exp(-Math.abs(day - Story.ELECTION) / 12.0);
          double fuel =
              day < Story.FUEL_PRICE ? 0 : 8 * StrictMath.exp(-(day - Story.FUEL_PRICE) / 11.0);
          return week * (1 + election + fuel);
        },
        (place, day) -> people(place, 0.95));
  }

  private Theatre roads() {
    return new Theatre(
        "roads",
        1950,
        0.16,
        Actor.GUNMEN,
        Actor.CIVILIANS,
        mix(
            """
            CARJACKING_HIJACKING 22, ARMED_ROBBERY 26, CHECKPOINT_EXTORTION 34,
            ROADBLOCK 6, ABDUCTION_FORCED_DISAPPEARANCE 4, ATTACK 5
            """),
        day -> 0.8 + 0.4 * Calendar.dryness(day),
        (place, day) -> people(place, 0.25) * (0.35 + near(place, story.hotspotAfter(), 120)));
  }

  private Theatre tension() {
    return new Theatre(
        "tension",
        2050,
        0.1,
        Actor.GUNMEN,
        Actor.CIVILIANS,
        mix(
            """
            TENSION_RUMOUR 26, THREAT_HARASSMENT 22, LAND_DISPUTE 16,
            ARBITRARY_ARREST 8, WEAPONS_AMMUNITION_SIGHTING 8, UAS_OVERFLIGHT 5,
            TROOP_MOVEMENT 8, CEASEFIRE_VIOLATION 3, GRENADE 1.5
            """),
        day -> 1 + 1.2 * StrictMath.exp(-Math.abs(day - Story.ELECTION) / 25.0),
        (place, day) -> people(place, 0.4));
  }

  private Theatre harbours() {
    return new Theatre(
        "harbours",
        620,
        0.2,
        Actor.GANG,
        Actor.CIVILIANS,
        mix(
            """
            ARMED_ROBBERY 40, ATTACK 10, ARRESTS 12, GRENADE 3, THREAT_HARASSMENT 12,
            CARJACKING_HIJACKING 14, MOB_VIOLENCE 6
            """),
        day -> Calendar.weekday(day).getValue() >= 5 ? 1.6 : 1,
        (place, day) -> country.terrain().coastKm(place.cell()) < 8 ? people(place, 0.7) : 0);
  }

  private Theatre hazards() {
    return new Theatre(
        "hazards",
        1050,
        0.08,
        Actor.NOBODY,
        Actor.CIVILIANS,
        mix(
            """
            ACCIDENT 44, NATURAL_HAZARD_FLOOD 26, HEALTH_EVENT_OUTBREAK 16,
            UXO_FIND 14
            """),
        day -> 0.5 + 1.4 * sq(1 - Calendar.dryness(day)),
        (place, day) -> people(place, 0.4));
  }

  private Theatre state() {
    return new Theatre(
        "state",
        900,
        0.1,
        Actor.ARMY,
        Actor.CIVILIANS,
        mix(
            """
            ARRESTS 30, ARBITRARY_ARREST 18, AGREEMENT 5, CHANGE_TO_GROUP_ACTIVITY 8,
            CHECKPOINT_EXTORTION 16, ATTACK 5, TROOP_MOVEMENT 14,
            DISRUPTED_WEAPONS_USE 4
            """),
        day -> 1,
        (place, day) -> people(place, 0.5) * (0.3 + near(place, story.highland(), 110)));
  }

  private static double near(Settlement place, Settlement middle, double km) {
    return StrictMath.exp(-sq(place.distanceKm(middle.km()) / km));
  }

  private double inside(Settlement place, AdminAreas.Area province) {
    return country.areas().provinceAt(place.km()).code().equals(province.code()) ? 1 : 0.04;
  }

  private static double people(Settlement place, double exponent) {
    return StrictMath.pow(place.population() / 10_000.0, exponent);
  }

  private static double sq(double value) {
    return value * value;
  }

  /** Reads "SUBTYPE weight" pairs, separated by commas. */
  private static Map<Subtype, Double> mix(String pairs) {
    Map<Subtype, Double> mix = new EnumMap<>(Subtype.class);
    for (String pair : pairs.split(",")) {
      String[] words = pair.strip().split(" ");
      mix.put(Subtype.valueOf(words[0]), Double.valueOf(words[1]));
    }
    return mix;
  }
}
