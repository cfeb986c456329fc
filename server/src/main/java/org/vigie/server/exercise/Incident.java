package org.vigie.server.exercise;

import java.time.Instant;
import org.locationtech.jts.geom.Coordinate;

/**
 * An incident as it happened, before anybody wrote it down.
 *
 * @param minute of the day, UTC
 * @param km where it really was
 * @param place the settlement it belongs to
 * @param road name of the road it happened on, or an empty string
 */
record Incident(
    String theatre,
    Subtype subtype,
    int day,
    int minute,
    Coordinate km,
    Settlement place,
    String road,
    Actor perpetrator,
    Actor target,
    Toll toll) {

  /** What it cost. */
  record Toll(int low, int best, int high, int injured, int abducted, int displaced) {
    boolean isDeadly() {
      return best > 0;
    }
  }

  /** 1 slight to 5 mass casualties, as the incident layer's help says. */
  int severity() {
    if (toll.best() >= 10) {
      return 5;
    }
    if (toll.isDeadly()) {
      return 4;
    }
    if (toll.injured() + toll.abducted() > 0 || toll.displaced() > 50) {
      return 3;
    }
    return toll.displaced() > 0 || subtype.isViolent() ? 2 : 1;
  }

  Instant start() {
    return Calendar.instant(day, minute);
  }
}
