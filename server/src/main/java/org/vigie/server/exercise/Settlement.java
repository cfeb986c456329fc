package org.vigie.server.exercise;

import java.time.DayOfWeek;
import org.locationtech.jts.geom.Coordinate;

/**
 * A town or village.
 *
 * @param rank 0 for the capital, then by population
 * @param km where it lies on the plane
 * @param marketDay when people come in from around
 */
record Settlement(
    int rank,
    String name,
    Coordinate km,
    int cell,
    int population,
    Kind kind,
    DayOfWeek marketDay) {

  /** What kind of place it is, by its rank. */
  enum Kind {
    CAPITAL(0),
    CITY(78),
    TOWN(30),
    VILLAGE(11);

    private final double apartKm;

    Kind(double apartKm) {
      this.apartKm = apartKm;
    }

    /** How far a new one keeps from everybody else where there is room. */
    double apartKm() {
      return apartKm;
    }
  }

  double distanceKm(Coordinate other) {
    return km.distance(other);
  }
}
