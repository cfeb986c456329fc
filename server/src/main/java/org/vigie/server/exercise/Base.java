package org.vigie.server.exercise;

import org.locationtech.jts.geom.Coordinate;

/**
 * A base of the mission.
 *
 * @param km on a road beside its settlement
 * @param opened day of the exercise, negative when it was there before
 * @param closed day it closed, {@link Calendar#DAYS} or more while it stands
 */
record Base(
    String name,
    Kind kind,
    Settlement place,
    Coordinate km,
    Sector sector,
    String unit,
    String contributor,
    int strength,
    int opened,
    int closed) {

  /** Kinds of base the exercise has; the names are codes of the base layer. */
  enum Kind {
    MHQ(2.2),
    SECTOR_HQ(2.4),
    REGIONAL_OFFICE(0),
    COB(1.5),
    TOB(0.9),
    TEAM_SITE(1.1),
    POC_SITE(0.5),
    LOGBASE(0),
    AIRFIELD(0),
    EOD(0.2);

    private final double patrols;

    Kind(double patrols) {
      this.patrols = patrols;
    }

    /** Patrols it sends out, relative to the others. */
    double patrols() {
      return patrols;
    }
  }

  boolean stands(int day) {
    return opened <= day && day < closed;
  }
}
