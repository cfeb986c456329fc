package org.vigie.server.exercise;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * 200 places of very different weight: all towns and villages of the exercise, and camps, mines and
 * crossroads along its roads. Each has its own sides, its own mix of 30 kinds of incident and its
 * own rhythm.
 */
final class Sites {

  static final int COUNT = 200;

  /** What happens, the frequent first; what harms nobody is by far the most. */
  private static final List<Subtype> KINDS =
      List.of(
          Subtype.TENSION_RUMOUR,
          Subtype.ARMED_ROBBERY,
          Subtype.PEACEFUL_PROTEST,
          Subtype.CHECKPOINT_EXTORTION,
          Subtype.THREAT_HARASSMENT,
          Subtype.LAND_DISPUTE,
          Subtype.ROADBLOCK,
          Subtype.ARRESTS,
          Subtype.TROOP_MOVEMENT,
          Subtype.LOOTING_PROPERTY_DESTRUCTION,
          Subtype.ACCIDENT,
          Subtype.CATTLE_RAID,
          Subtype.ATTACK,
          Subtype.ARMED_CLASH,
          Subtype.UXO_FIND,
          Subtype.WEAPONS_AMMUNITION_SIGHTING,
          Subtype.CARJACKING_HIJACKING,
          Subtype.VIOLENT_DEMONSTRATION,
          Subtype.ABDUCTION_FORCED_DISAPPEARANCE,
          Subtype.REMOTE_EXPLOSIVE_LANDMINE_IED,
          Subtype.NATURAL_HAZARD_FLOOD,
          Subtype.DISPLACEMENT,
          Subtype.MOB_VIOLENCE,
          Subtype.STONE_THROWING_OBSTRUCTION,
          Subtype.HEALTH_EVENT_OUTBREAK,
          Subtype.GRENADE,
          Subtype.INTER_COMMUNAL_CLASH,
          Subtype.CEASEFIRE_VIOLATION,
          Subtype.SHELLING_ARTILLERY_MISSILE,
          Subtype.UAS_OVERFLIGHT);

  private static final List<String> CAMPS = List.of("camp", "mine", "crossroads", "market");

  private final Dice dice;
  private final Country country;
  private final Story story;
  private final List<Site> list = new ArrayList<>();

  Sites(long seed, Country country, Story story) {
    this.dice = new Dice(seed, "sites");
    this.country = country;
    this.story = story;
    country.settlements().list().forEach(this::add);
    while (list.size() < COUNT) {
      add(alongRoad());
    }
  }

  private Settlement alongRoad() {
    Roads.Segment segment = dice.pick(country.roads().segments());
    double along = segment.lengthKm() * dice.between(0.15, 0.85);
    Coordinate km = Lines.along(segment.line().getCoordinates(), along);
    String name =
        String.format(
            "%s at km %d of %s",
            dice.pick(CAMPS), Math.round(segment.startKm() + along), segment.road().name());
    return new Settlement(
        list.size(),
        name,
        km,
        segment.from(),
        dice.whole(200, 6_000),
        Settlement.Kind.VILLAGE,
        dice.pick(DayOfWeek.values()));
  }

  private void add(Settlement place) {
    // between a village where little happens and the worst place lie three orders of magnitude
    double weight = StrictMath.exp(1.3 * dice.gaussian()) * (1 + 12.0 / (1 + place.rank()));
    list.add(Site.of(place, weight, scene(place), new Rhythm(dice, place.marketDay())));
  }

  private Theatre scene(Settlement place) {
    Actor side =
        dice.pick(
            story.rebels(), story.splinter(), Actor.GANG, Actor.HERDERS, Actor.BRIGADE, Actor.ARMY);
    Actor opponent = side.equals(Actor.HERDERS) ? Actor.FARMERS : Actor.POLICE;
    return new Theatre(place.name(), 0, 0, side, opponent, mix(), day -> 1, (where, day) -> 1);
  }

  private Map<Subtype, Double> mix() {
    Map<Subtype, Double> mix = new EnumMap<>(Subtype.class);
    for (int i = 0; i < KINDS.size(); i++) {
      mix.put(KINDS.get(i), StrictMath.exp(0.9 * dice.gaussian()) / (4 + i));
    }
    return mix;
  }

  List<Site> list() {
    return list;
  }
}
