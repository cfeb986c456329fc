package org.vigie.geodata.analysis.emerging;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Equal steps of time, the last of which ends at the end of the analysis.
 *
 * @param end of the last step, exclusive
 * @param length of a step
 */
public record TimeSteps(Instant end, Duration length, int count) {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final int MONTH_DAYS = 28;

  /** As many whole steps as fit between two moments. */
  public static TimeSteps between(Instant start, Instant end, Duration length) {
    return new TimeSteps(
        end,
        length,
        (int) Math.min(Integer.MAX_VALUE, Duration.between(start, end).dividedBy(length)));
  }

  public Instant start(int step) {
    return end.minus(length.multipliedBy((long) count - step));
  }

  /** The step of a moment, -1 for none. */
  public int of(Instant moment) {
    if (moment.isBefore(start(0)) || !moment.isBefore(end)) {
      return -1;
    }
    return (int) Duration.between(start(0), moment).dividedBy(length);
  }

  /** "12 months", "1 week". */
  String words(int steps) {
    long days = length.toDays();
    String unit =
        switch ((int) Math.min(days, 1_000)) {
          case 1 -> "day";
          case 7 -> "week";
          case 30 -> "month";
          case 91 -> "quarter";
          case 365 -> "year";
          default -> "step of " + days + " days";
        };
    if (steps == 1) {
      return "1 " + unit;
    }
    return steps
        + " "
        + (unit.startsWith("step") ? unit.replaceFirst("step", "steps") : unit + "s");
  }

  /** When a step began: a month, or a day for short steps. */
  String when(int step) {
    return (length.toDays() >= MONTH_DAYS ? MONTH : DAY).format(start(step));
  }
}
