package org.vigie.geodata.analysis;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.model.TimeSpan;

/** What is said of any set of events: how many, at how many places, when, of which group. */
public record EventFigures(List<Events.Event> members) {

  /** Distinct coordinates. */
  public long places() {
    return members.stream().map(e -> new Coordinate(e.lon(), e.lat())).distinct().count();
  }

  /** Start of the first event; empty when none has a time. */
  public Optional<Instant> first() {
    return starts().min(Comparator.naturalOrder());
  }

  /** Start of the last event. */
  public Optional<Instant> last() {
    return starts().max(Comparator.naturalOrder());
  }

  private Stream<Instant> starts() {
    return members.stream().flatMap(e -> e.time().map(TimeSpan::start).stream());
  }

  /** Events by group, largest first, at equal size by name. */
  public Map<String, Long> groups() {
    Map<String, Long> counts = new TreeMap<>();
    members.forEach(e -> counts.merge(e.group(), 1L, Long::sum));
    Map<String, Long> largestFirst = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(e -> largestFirst.put(e.getKey(), e.getValue()));
    return largestFirst;
  }

  /** Totals of the layer's summed properties, unknown values left out. */
  public Map<String, Double> sums() {
    Map<String, Double> sums = new TreeMap<>();
    members.forEach(e -> e.sums().forEach((name, value) -> sums.merge(name, value, Double::sum)));
    return sums;
  }

  /**
   * Longitude and latitude of the mean direction from the middle of the earth: no meridian is
   * special.
   */
  public Coordinate centre() {
    double x = 0;
    double y = 0;
    double z = 0;
    for (Events.Event e : members) {
      double phi = Math.toRadians(e.lat());
      double lambda = Math.toRadians(e.lon());
      x += Math.cos(phi) * Math.cos(lambda);
      y += Math.cos(phi) * Math.sin(lambda);
      z += Math.sin(phi);
    }
    return new Coordinate(
        Math.toDegrees(Math.atan2(y, x)), Math.toDegrees(Math.atan2(z, Math.hypot(x, y))));
  }
}
