package org.vigie.geodata.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.TimeSpan;

/**
 * The events whose day is known well enough for a method that asks how soon one follows another,
 * and the others by reason.
 *
 * @param used in the order of their ids
 * @param days of each, whole days since 1970-01-01 UTC; of a range of dates the first
 */
@SuppressWarnings("ArrayRecordComponent") // kernels take arrays
public record DatedEvents(List<Events.Event> used, int[] days, List<Diagnostics.Dropped> dropped) {

  public static final Parameter MOST_DAYS =
      Parameter.integer(
          "maxDateRangeDays",
          "Longest range of dates",
          "Events known only to a longer range of dates are left out: their day is a guess. Of a"
              + " range the first day is taken.",
          7,
          1,
          400);

  private static final long SECONDS_A_DAY = 86_400;

  /**
   * @param values of an analysis that declares {@link #MOST_DAYS}
   */
  public static DatedEvents of(List<Events.Event> events, Parameters.Values values) {
    Duration most = Duration.ofDays(values.integer(MOST_DAYS.name()));
    Map<String, Long> dropped = new LinkedHashMap<>();
    List<Events.Event> used = new ArrayList<>();
    for (Events.Event event : events) {
      Instant start = event.time().map(TimeSpan::start).orElse(null);
      Instant end = event.time().map(TimeSpan::end).orElse(null);
      if (start == null) {
        dropped.merge("the time is not known", 1L, Long::sum);
      } else if (isLonger(start, end, most)) {
        dropped.merge(
            "the time is known only to more than " + most.toDays() + " days", 1L, Long::sum);
      } else {
        used.add(event);
      }
    }
    return new DatedEvents(
        List.copyOf(used),
        used.stream().mapToInt(e -> day(e.time().orElseThrow().start())).toArray(),
        dropped.entrySet().stream()
            .map(e -> new Diagnostics.Dropped(e.getKey(), e.getValue()))
            .toList());
  }

  /** The day of a moment, since 1970-01-01 UTC. */
  public static int day(@Nullable Instant moment) {
    if (moment == null) {
      throw new IllegalArgumentException("an open end has no day");
    }
    return Math.toIntExact(Math.floorDiv(moment.getEpochSecond(), SECONDS_A_DAY));
  }

  /** Midnight at which a day begins, UTC. */
  public static Instant start(int day) {
    return Instant.ofEpochSecond(day * SECONDS_A_DAY);
  }

  private static boolean isLonger(Instant start, @Nullable Instant end, Duration most) {
    return end != null && Duration.between(start, end).compareTo(most) > 0;
  }
}
