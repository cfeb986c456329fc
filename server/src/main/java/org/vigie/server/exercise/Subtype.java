package org.vigie.server.exercise;

import java.util.List;

/**
 * What kinds of incident happen in the exercise and how they turn out. The names are codes of the
 * incident layer; a test holds the two together.
 *
 * @see IncidentPhrases
 */
enum Subtype {
  ARMED_CLASH("BATTLES", "POLITICAL_VIOLENCE", 0.42, 1.35, 0.2, Hours.DAYLIGHT, "SMALL_ARMS"),
  GOVERNMENT_REGAINS_TERRITORY(
      "BATTLES", "POLITICAL_VIOLENCE", 0.45, 1.3, 0.1, Hours.DAYLIGHT, "SMALL_ARMS"),
  NON_STATE_ACTOR_OVERTAKES_TERRITORY(
      "BATTLES", "POLITICAL_VIOLENCE", 0.5, 1.25, 0.1, Hours.NIGHT, "SMALL_ARMS"),
  INTER_COMMUNAL_CLASH("BATTLES", "POLITICAL_VIOLENCE", 0.45, 1.4, 0.2, Hours.DAYLIGHT, "BLADED"),
  AMBUSH_ON_UN("BATTLES", "POLITICAL_VIOLENCE", 0.18, 2.2, 0.4, Hours.DAYLIGHT, "SMALL_ARMS"),
  AIR_DRONE_STRIKE(
      "EXPLOSIONS_REMOTE_VIOLENCE",
      "POLITICAL_VIOLENCE",
      0.4,
      1.5,
      0.3,
      Hours.DAYLIGHT,
      "AIR_STRIKE"),
  SHELLING_ARTILLERY_MISSILE(
      "EXPLOSIONS_REMOTE_VIOLENCE",
      "POLITICAL_VIOLENCE",
      0.3,
      1.6,
      0.4,
      Hours.NIGHT,
      "MORTAR_ROCKET_IDF"),
  REMOTE_EXPLOSIVE_LANDMINE_IED(
      "EXPLOSIONS_REMOTE_VIOLENCE", "POLITICAL_VIOLENCE", 0.32, 1.6, 0.4, Hours.DAYLIGHT, "IED"),
  GRENADE(
      "EXPLOSIONS_REMOTE_VIOLENCE", "POLITICAL_VIOLENCE", 0.2, 1.9, 0.5, Hours.NIGHT, "GRENADE"),
  FIRE_ON_UN_BASE(
      "EXPLOSIONS_REMOTE_VIOLENCE",
      "POLITICAL_VIOLENCE",
      0.06,
      2.4,
      0.25,
      Hours.NIGHT,
      "MORTAR_ROCKET_IDF"),
  SEXUAL_VIOLENCE(
      "VIOLENCE_AGAINST_CIVILIANS", "POLITICAL_VIOLENCE", 0, 2, 0, Hours.NIGHT, "UNKNOWN"),
  ATTACK(
      "VIOLENCE_AGAINST_CIVILIANS",
      "POLITICAL_VIOLENCE",
      0.55,
      1.45,
      0.35,
      Hours.NIGHT,
      "SMALL_ARMS"),
  ABDUCTION_FORCED_DISAPPEARANCE(
      "VIOLENCE_AGAINST_CIVILIANS",
      "POLITICAL_VIOLENCE",
      0.04,
      2.4,
      0.1,
      Hours.NIGHT,
      "SMALL_ARMS"),
  ARBITRARY_ARREST(
      "VIOLENCE_AGAINST_CIVILIANS", "POLITICAL_VIOLENCE", 0, 2, 0.05, Hours.DAYLIGHT, "NONE"),
  PEACEFUL_PROTEST("PROTESTS", "DEMONSTRATION", 0, 2, 0, Hours.MORNING, "NONE"),
  PROTEST_WITH_INTERVENTION("PROTESTS", "DEMONSTRATION", 0, 2, 0.4, Hours.MORNING, "NONE"),
  EXCESSIVE_FORCE_AGAINST_PROTESTERS(
      "PROTESTS", "DEMONSTRATION", 0.4, 1.9, 0.9, Hours.MORNING, "SMALL_ARMS"),
  VIOLENT_DEMONSTRATION("RIOTS", "DEMONSTRATION", 0.06, 2.4, 0.4, Hours.AFTERNOON, "ARSON"),
  MOB_VIOLENCE("RIOTS", "DEMONSTRATION", 0.25, 2.4, 0.4, Hours.AFTERNOON, "BLADED"),
  AGREEMENT("STRATEGIC_DEVELOPMENTS", "STRATEGIC", 0, 2, 0, Hours.MORNING, "NONE"),
  ARRESTS("STRATEGIC_DEVELOPMENTS", "STRATEGIC", 0, 2, 0, Hours.DAYLIGHT, "NONE"),
  CHANGE_TO_GROUP_ACTIVITY("STRATEGIC_DEVELOPMENTS", "STRATEGIC", 0, 2, 0, Hours.DAYLIGHT, "NONE"),
  DISRUPTED_WEAPONS_USE("STRATEGIC_DEVELOPMENTS", "STRATEGIC", 0, 2, 0, Hours.DAYLIGHT, "IED"),
  LOOTING_PROPERTY_DESTRUCTION(
      "STRATEGIC_DEVELOPMENTS", "STRATEGIC", 0.03, 2.2, 0.1, Hours.NIGHT, "ARSON"),
  CEASEFIRE_VIOLATION(
      "STRATEGIC_DEVELOPMENTS", "STRATEGIC", 0.1, 2, 0.1, Hours.DAYLIGHT, "SMALL_ARMS"),
  CATTLE_RAID("CRIME", "CRIME", 0.22, 1.8, 0.2, Hours.NIGHT, "SMALL_ARMS"),
  CARJACKING_HIJACKING("CRIME", "CRIME", 0.04, 2.6, 0.12, Hours.DAYLIGHT, "SMALL_ARMS"),
  ARMED_ROBBERY("CRIME", "CRIME", 0.06, 2.4, 0.2, Hours.NIGHT, "SMALL_ARMS"),
  CHECKPOINT_EXTORTION(
      "ACCESS_RESTRICTION", "ACCESS", 0.01, 2.4, 0.05, Hours.DAYLIGHT, "SMALL_ARMS"),
  ROADBLOCK("ACCESS_RESTRICTION", "ACCESS", 0, 2, 0, Hours.DAYLIGHT, "NONE"),
  STONE_THROWING_OBSTRUCTION("ACCESS_RESTRICTION", "ACCESS", 0, 2, 0.1, Hours.AFTERNOON, "NONE"),
  TROOP_MOVEMENT("TENSION", "STRATEGIC", 0, 2, 0, Hours.NIGHT, "NONE"),
  WEAPONS_AMMUNITION_SIGHTING("TENSION", "STRATEGIC", 0, 2, 0, Hours.DAYLIGHT, "NONE"),
  UAS_OVERFLIGHT("TENSION", "STRATEGIC", 0, 2, 0, Hours.DAYLIGHT, "UAS_ISR"),
  LAND_DISPUTE("TENSION", "STRATEGIC", 0, 2, 0.1, Hours.MORNING, "NONE"),
  THREAT_HARASSMENT("TENSION", "STRATEGIC", 0, 2, 0, Hours.DAYLIGHT, "NONE"),
  DISPLACEMENT("TENSION", "STRATEGIC", 0, 2, 0, Hours.DAYLIGHT, "NONE"),
  TENSION_RUMOUR("TENSION", "INFORMATION", 0, 2, 0, Hours.AFTERNOON, "NONE"),
  ACCIDENT("HAZARD", "HAZARD", 0.3, 2.1, 0.7, Hours.DAYLIGHT, "NONE"),
  NATURAL_HAZARD_FLOOD("HAZARD", "HAZARD", 0.1, 1.8, 0.1, Hours.NIGHT, "NONE"),
  HEALTH_EVENT_OUTBREAK("HAZARD", "HAZARD", 0.35, 1.8, 0, Hours.MORNING, "NONE"),
  UXO_FIND("HAZARD", "HAZARD", 0, 2, 0.03, Hours.DAYLIGHT, "UXO_ERW");

  /** When of day, as the middle and the spread in hours (UTC). */
  enum Hours {
    MORNING(10, 1.6),
    AFTERNOON(15.5, 2.2),
    DAYLIGHT(12, 3.6),
    NIGHT(24.5, 3.4);

    private final double middle;
    private final double spread;

    Hours(double middle, double spread) {
      this.middle = middle;
      this.spread = spread;
    }

    /** Minute of the day. */
    int minute(Dice dice) {
      int minute = (int) Math.round((middle + spread * dice.gaussian()) * 60);
      return Math.floorMod(minute, 24 * 60);
    }
  }

  private final String type;
  private final String disorder;
  private final double deadly;
  private final double tail;
  private final double injuring;
  private final Hours hours;
  private final String weapon;

  /**
   * @param deadly chance that anybody dies
   * @param tail exponent of the number of dead, the smaller the heavier (Pareto)
   * @param injuring chance of injured when nobody dies
   */
  Subtype(
      String type,
      String disorder,
      double deadly,
      double tail,
      double injuring,
      Hours hours,
      String weapon) {
    this.type = type;
    this.disorder = disorder;
    this.deadly = deadly;
    this.tail = tail;
    this.injuring = injuring;
    this.hours = hours;
    this.weapon = weapon;
  }

  String type() {
    return type;
  }

  String disorder() {
    return disorder;
  }

  double deadly() {
    return deadly;
  }

  double tail() {
    return tail;
  }

  double injuring() {
    return injuring;
  }

  Hours hours() {
    return hours;
  }

  String weapon() {
    return weapon;
  }

  boolean isAgainstCivilians() {
    return type.equals("VIOLENCE_AGAINST_CIVILIANS") || this == MOB_VIOLENCE;
  }

  /** Whether somebody used force, even when nobody was hurt. */
  boolean isViolent() {
    return List.of("BATTLES", "EXPLOSIONS_REMOTE_VIOLENCE", "VIOLENCE_AGAINST_CIVILIANS", "RIOTS")
            .contains(type)
        || this == ARMED_ROBBERY
        || this == CARJACKING_HIJACKING
        || this == CATTLE_RAID
        || this == LOOTING_PROPERTY_DESTRUCTION;
  }

  boolean isAgainstMission() {
    return List.of(AMBUSH_ON_UN, FIRE_ON_UN_BASE, STONE_THROWING_OBSTRUCTION).contains(this);
  }

  /** Whether it happens on roads more than in places. */
  boolean isOnRoads() {
    return List.of(
            REMOTE_EXPLOSIVE_LANDMINE_IED,
            AMBUSH_ON_UN,
            CARJACKING_HIJACKING,
            CHECKPOINT_EXTORTION,
            ROADBLOCK,
            ACCIDENT)
        .contains(this);
  }

  /** Whether a market draws it: people with goods and money on the move. */
  boolean isDrawnByMarkets() {
    return List.of(ARMED_ROBBERY, CARJACKING_HIJACKING, CHECKPOINT_EXTORTION, ATTACK, GRENADE)
        .contains(this);
  }
}
