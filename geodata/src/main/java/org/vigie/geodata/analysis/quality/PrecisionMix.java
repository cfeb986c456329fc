package org.vigie.geodata.analysis.quality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Table;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimeSpan;

/** How well places and times are known, as counts by class. */
final class PrecisionMix {

  private static final String UNKNOWN = "not known";

  private static final Map<String, Double> RADII = new LinkedHashMap<>();
  private static final Map<String, Long> SPANS = new LinkedHashMap<>();

  static {
    RADII.put("up to 250 m", 250.0);
    RADII.put("up to 3 km", 3_000.0);
    RADII.put("up to 15 km", 15_000.0);
    RADII.put("up to 50 km", 50_000.0);
    RADII.put("more than 50 km", Double.MAX_VALUE);
    SPANS.put("less than a day", 86_399L);
    SPANS.put("a day", 86_400L);
    SPANS.put("2 to 6 days", 6 * 86_400L);
    SPANS.put("a week", 7 * 86_400L);
    SPANS.put("a month", 31 * 86_400L);
    SPANS.put("longer than a month", Long.MAX_VALUE);
  }

  private final Events events;

  PrecisionMix(Events events) {
    this.events = events;
  }

  List<Table> tables() {
    Map<String, Long> classes = new LinkedHashMap<>();
    for (LocationClass each : LocationClass.values()) {
      classes.put(each.name(), 0L);
    }
    Map<String, Long> byClass =
        count(classes, e -> e.locationClass().map(Enum::name).orElse(UNKNOWN));
    byClass.merge("no place", events.withoutGeometry(), Long::sum);
    return List.of(
        table("location-class", "How well places are known", byClass),
        table(
            "location-radius",
            "Radius of uncertainty: stated, else that of the class",
            count(empty(RADII), PrecisionMix::radius)),
        table(
            "time-precision",
            "How well times are known: the span an event is dated to",
            count(empty(SPANS), e -> e.time().map(PrecisionMix::span).orElse(UNKNOWN))));
  }

  private static String radius(Events.Event event) {
    return event.uncertaintyMetres().map(metres -> first(RADII, metres)).orElse(UNKNOWN);
  }

  private static String span(TimeSpan time) {
    return time.start() == null || time.end() == null
        ? "open"
        : first(SPANS, Duration.between(time.start(), time.end()).toSeconds());
  }

  /** The first class that goes as far. */
  private static <N extends Comparable<N>> String first(Map<String, N> classes, N value) {
    return classes.entrySet().stream()
        .filter(each -> value.compareTo(each.getValue()) <= 0)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Long> empty(Map<String, ?> classes) {
    Map<String, Long> counts = new LinkedHashMap<>();
    classes.keySet().forEach(name -> counts.put(name, 0L));
    return counts;
  }

  private Map<String, Long> count(Map<String, Long> counts, Function<Events.Event, String> of) {
    events.list().forEach(e -> counts.merge(of.apply(e), 1L, Long::sum));
    return counts;
  }

  private static Table table(String name, String title, Map<String, Long> counts) {
    long all = counts.values().stream().mapToLong(n -> n).sum();
    List<List<Object>> rows = new ArrayList<>();
    counts.forEach(
        (label, n) -> {
          if (n > 0) {
            rows.add(List.of(label, n, (double) n / all));
          }
        });
    return new Table(
        name,
        title,
        List.of(
            new Table.Column("class", "Class", ""),
            new Table.Column("events", "Events", ""),
            new Table.Column("share", "Share", "1")),
        rows);
  }
}
