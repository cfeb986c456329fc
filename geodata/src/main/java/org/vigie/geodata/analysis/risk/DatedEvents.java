package org.vigie.geodata.analysis.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.model.TimeSpan;

/**
 * The events that a forecast knows: placed, dated, before today.
 *
 * @param today first day that is forecast, since 1970 UTC: that of the last change or the end of
 *     the selected dates, whichever is earlier
 */
record DatedEvents(List<Events.Event> list, double today, List<Diagnostics.Dropped> dropped) {

  static DatedEvents of(PlacedEvents placed, Subject subject) {
    Instant end = subject.period().map(TimeSpan::end).orElse(subject.now());
    double today = day(end != null && end.isBefore(subject.now()) ? end : subject.now());
    List<Events.Event> list = new ArrayList<>();
    long undated = 0;
    long later = 0;
    for (Events.Event event : placed.used()) {
      Instant start = event.time().map(TimeSpan::start).orElse(null);
      if (start == null) {
        undated++;
      } else if (day(start) >= today) {
        later++;
      } else {
        list.add(event);
      }
    }
    List<Diagnostics.Dropped> dropped = new ArrayList<>(placed.dropped());
    if (undated > 0) {
      dropped.add(new Diagnostics.Dropped("the event has no date", undated));
    }
    if (later > 0) {
      dropped.add(new Diagnostics.Dropped("the event does not lie before today", later));
    }
    return new DatedEvents(list, today, dropped);
  }

  private static double day(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), 86_400L);
  }

  double[] days() {
    return list.stream()
        .mapToDouble(e -> day(e.time().map(TimeSpan::start).orElseThrow()))
        .toArray();
  }

  /** Median of the stated uncertainties in metres; 0 when none states one. */
  double medianUncertainty() {
    double[] known =
        list.stream()
            .mapToDouble(e -> e.uncertaintyMetres().orElse(0.0))
            .filter(r -> r > 0)
            .sorted()
            .toArray();
    return known.length == 0 ? 0 : known[known.length / 2];
  }
}
