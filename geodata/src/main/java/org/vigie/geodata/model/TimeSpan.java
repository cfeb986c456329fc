package org.vigie.geodata.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A half-open span of time [start, end) in UTC.
 *
 * @param start inclusive; null for "since ever"
 * @param end exclusive; null for "until further notice"
 */
public record TimeSpan(@Nullable Instant start, @Nullable Instant end) {

  public static final TimeSpan ALWAYS = new TimeSpan(null, null);

  public TimeSpan {
    if (start != null && end != null && end.isBefore(start)) {
      throw new IllegalArgumentException(
          "a span cannot end (" + end + ") before it starts (" + start + ")");
    }
  }

  public static TimeSpan of(Instant start, Instant end) {
    return new TimeSpan(start, end);
  }

  /**
   * The span of equal length that ends where this one starts; empty without both ends or length.
   */
  public Optional<TimeSpan> before() {
    return start == null || end == null || start.equals(end)
        ? Optional.empty()
        : Optional.of(of(start.minus(Duration.between(start, end)), start));
  }
}
