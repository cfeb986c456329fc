package org.vigie.geodata.analysis.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Table;

/** What is not known of how many events. */
final class MissingValues {

  private final Events events;
  private final long all;

  MissingValues(Events events) {
    this.events = events;
    all = events.list().size() + events.withoutGeometry();
  }

  /** Of features without a place only that is known here. */
  Map<String, Long> counts() {
    Map<String, Long> missing = new LinkedHashMap<>();
    List<Events.Event> list = events.list();
    missing.put("place", events.withoutGeometry());
    missing.put("time", list.stream().filter(e -> e.time().isEmpty()).count());
    events
        .layer()
        .groupedBy()
        .ifPresent(
            name -> missing.put(name, list.stream().filter(e -> e.group().isEmpty()).count()));
    missing.put("location class", list.stream().filter(e -> e.locationClass().isEmpty()).count());
    missing.put(
        "uncertainty of the place",
        list.stream().filter(e -> e.uncertaintyMetres().isEmpty()).count());
    for (String name : events.layer().sums()) {
      missing.put(name, list.stream().filter(e -> !e.sums().containsKey(name)).count());
    }
    return missing;
  }

  Table table() {
    List<List<Object>> rows = new ArrayList<>();
    counts()
        .forEach(
            (name, n) -> {
              long of = name.equals("place") ? all : events.list().size();
              rows.add(List.of(name, n, of == 0 ? 0.0 : (double) n / of));
            });
    return new Table(
        "missing",
        "What is not known",
        List.of(
            new Table.Column("value", "Value", ""),
            new Table.Column("events", "Events without it", ""),
            new Table.Column("share", "Share", "1")),
        rows);
  }
}
