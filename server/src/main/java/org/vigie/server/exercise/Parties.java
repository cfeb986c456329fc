package org.vigie.server.exercise;

/** Who did it and to whom, as far as a subtype leaves a choice. */
record Parties(Actor perpetrator, Actor target) {

  static Parties of(Theatre theatre, Subtype subtype, Dice dice) {
    Actor side = theatre.perpetrator();
    Actor other = theatre.opponent();
    return switch (subtype) {
      case ACCIDENT, NATURAL_HAZARD_FLOOD, HEALTH_EVENT_OUTBREAK, UXO_FIND ->
          new Parties(Actor.NOBODY, Actor.CIVILIANS);
      case AMBUSH_ON_UN, FIRE_ON_UN_BASE -> new Parties(side, Actor.MISSION);
      case STONE_THROWING_OBSTRUCTION -> new Parties(Actor.RIOTERS, Actor.MISSION);
      case NON_STATE_ACTOR_OVERTAKES_TERRITORY -> new Parties(side, Actor.ARMY);
      case PEACEFUL_PROTEST, TENSION_RUMOUR, LAND_DISPUTE ->
          new Parties(Actor.NOBODY, Actor.CIVILIANS);
      case PROTEST_WITH_INTERVENTION, EXCESSIVE_FORCE_AGAINST_PROTESTERS ->
          new Parties(Actor.POLICE, Actor.PROTESTERS);
      case VIOLENT_DEMONSTRATION -> new Parties(Actor.RIOTERS, Actor.POLICE);
      case MOB_VIOLENCE -> new Parties(Actor.RIOTERS, Actor.CIVILIANS);
      case GOVERNMENT_REGAINS_TERRITORY, AIR_DRONE_STRIKE, ARRESTS, DISRUPTED_WEAPONS_USE ->
          new Parties(
              subtype == Subtype.ARRESTS ? Actor.POLICE : Actor.ARMY,
              isArmed(side) ? side : Actor.GUNMEN);
      case ARBITRARY_ARREST -> new Parties(Actor.POLICE, Actor.CIVILIANS);
      case ATTACK,
          ABDUCTION_FORCED_DISAPPEARANCE,
          SEXUAL_VIOLENCE,
          ARMED_ROBBERY,
          CARJACKING_HIJACKING,
          LOOTING_PROPERTY_DESTRUCTION,
          THREAT_HARASSMENT,
          CHECKPOINT_EXTORTION,
          CATTLE_RAID,
          DISPLACEMENT ->
          new Parties(attributed(side, dice), dice.chance(0.06) ? Actor.AID : Actor.CIVILIANS);
      case REMOTE_EXPLOSIVE_LANDMINE_IED ->
          new Parties(
              attributed(side, dice), dice.pick(Actor.ARMY, Actor.CIVILIANS, Actor.MISSION));
      default -> dice.chance(0.5) ? new Parties(side, other) : new Parties(other, side);
    };
  }

  private static Actor attributed(Actor side, Dice dice) {
    return dice.chance(0.22) || side.equals(Actor.NOBODY) || side.equals(Actor.PROTESTERS)
        ? Actor.GUNMEN
        : side;
  }

  private static boolean isArmed(Actor side) {
    return "23489".contains(side.type()) && !side.type().isEmpty();
  }
}
