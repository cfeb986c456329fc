package org.vigie.geodata.analysis.quality;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Table;
import org.vigie.geodata.model.TimeSpan;

/** Events at the same coordinate on the same day (UTC) of the same type: perhaps one told twice. */
final class RepeatedRecords {

  private static final int MOST_ROWS = 50;

  private final List<Map.Entry<Key, Long>> repeated;

  private record Key(Coordinate at, LocalDate day, String group) {}

  RepeatedRecords(Events events) {
    Map<Key, Long> counts = new LinkedHashMap<>();
    for (Events.Event event : events.list()) {
      event
          .time()
          .map(TimeSpan::start)
          .ifPresent(
              start ->
                  counts.merge(
                      new Key(
                          new Coordinate(event.lon(), event.lat()),
                          LocalDate.ofInstant(Objects.requireNonNull(start), ZoneOffset.UTC),
                          event.group()),
                      1L,
                      Long::sum));
    }
    repeated = new ArrayList<>(counts.entrySet());
    repeated.removeIf(e -> e.getValue() < 2);
    repeated.sort(
        Map.Entry.<Key, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(e -> e.getKey().day())
            .thenComparing(e -> e.getKey().at())
            .thenComparing(e -> e.getKey().group()));
  }

  /** Events more than one for each place, day and type. */
  long surplus() {
    return repeated.stream().mapToLong(e -> e.getValue() - 1).sum();
  }

  Table table() {
    List<List<Object>> rows = new ArrayList<>();
    for (Map.Entry<Key, Long> each : repeated.subList(0, Math.min(MOST_ROWS, repeated.size()))) {
      Key key = each.getKey();
      rows.add(List.of(key.day().toString(), key.group(), key.at().x, key.at().y, each.getValue()));
    }
    return new Table(
        "same-place-day-type",
        "Events of one place, day and type; the first " + MOST_ROWS,
        List.of(
            new Table.Column("day", "Day (UTC)", ""),
            new Table.Column("type", "Type", ""),
            new Table.Column("lon", "Longitude", "deg"),
            new Table.Column("lat", "Latitude", "deg"),
            new Table.Column("events", "Events", "")),
        rows);
  }
}
