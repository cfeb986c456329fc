package org.vigie.geodata.analysis.surface;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.geodata.analysis.EventFigures;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.model.TimeSpan;

/**
 * The time a density stands for: that of the selection, an open end closed by the first event or by
 * today; without one from the first event to the last.
 *
 * @param start null when no event has a time and none was selected by
 */
record SurfacePeriod(Optional<Instant> start, Optional<Instant> end) {

  static SurfacePeriod of(Subject subject, List<Events.Event> used) {
    EventFigures figures = new EventFigures(used);
    Optional<TimeSpan> asked = subject.period();
    Optional<Instant> from = asked.map(TimeSpan::start).or(figures::first);
    Optional<Instant> to = asked.map(TimeSpan::end);
    if (to.isEmpty()) {
      to = asked.isPresent() ? Optional.of(subject.now()) : figures.last();
    }
    boolean forward = from.isPresent() && to.isPresent() && !to.get().isBefore(from.get());
    return forward ? new SurfacePeriod(from, to) : new SurfacePeriod(Optional.empty(), to);
  }

  /** At least one; empty when it is not known. */
  Optional<Long> days() {
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Math.max(1, Math.round(Duration.between(start.get(), end.get()).toHours() / 24.0)));
  }

  /** What a density is measured in. */
  String unit() {
    return "events/km2" + days().map(d -> String.format(Locale.ROOT, " in %,d days", d)).orElse("");
  }
}
