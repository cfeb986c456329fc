package org.vigie.server.picture;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Whose picture this is.
 *
 * @param name as shown at the head of the map
 * @param exercise whether nothing of it is real; the map says so in large letters
 * @param version of the software
 * @param clock what time it is in the mission; that of an exercise stands still at its end
 * @param zone by which the mission tells the time of day, beside UTC
 */
public record MissionIdentity(
    String name, boolean exercise, String version, Clock clock, ZoneId zone) {

  public MissionIdentity(String name, boolean exercise, String version) {
    this(name, exercise, version, Clock.systemUTC(), ZoneOffset.UTC);
  }

  /** The moment at which the clock stands still; empty when it goes. */
  Optional<Instant> standsAt() {
    Instant now = clock.instant();
    return clock.equals(Clock.fixed(now, clock.getZone())) ? Optional.of(now) : Optional.empty();
  }
}
