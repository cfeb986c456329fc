package org.vigie.geodata.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.TimePrecision;

/**
 * Hours of the day and days of the week where the mission is: at a fixed offset from UTC, without
 * daylight saving. What is known to the day only has no hour, and its day is the one it was written
 * with; what is known less well has neither, so that no week's midnight counts as a night.
 */
final class LocalTimes {

  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):([0-5]\\d)");
  private static final int MOST_MINUTES = 14 * 60;

  private LocalTimes() {}

  /** Minutes of {@code +01:00} or {@code -03:30}; empty when it is none, or beyond 14 hours. */
  static Optional<Integer> minutes(String offset) {
    Matcher parts = OFFSET.matcher(offset);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int minutes = Integer.parseInt(parts.group(2)) * 60 + Integer.parseInt(parts.group(3));
    return minutes > MOST_MINUTES
        ? Optional.empty()
        : Optional.of(parts.group(1).equals("-") ? -minutes : minutes);
  }

  /** {@code 18:05}; null when the hour is not known. */
  static @Nullable String timeOfDay(Instant instant, String precision, String offset) {
    if (!precision.equals(TimePrecision.EXACT_MINUTE.code())) {
      return null;
    }
    OffsetDateTime local = local(instant, offset);
    return String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute());
  }

  /** 1 Monday to 7 Sunday; null when the day is not known. */
  static @Nullable Double dayOfWeek(Instant instant, String precision, String offset) {
    if (precision.equals(TimePrecision.EXACT_DAY.code())) {
      return (double) local(instant, "+00:00").getDayOfWeek().getValue();
    }
    return precision.equals(TimePrecision.EXACT_MINUTE.code())
        ? (double) local(instant, offset).getDayOfWeek().getValue()
        : null;
  }

  private static OffsetDateTime local(Instant instant, String offset) {
    return instant
        .truncatedTo(ChronoUnit.MICROS)
        .atOffset(ZoneOffset.UTC)
        .plusMinutes(minutes(offset).orElseThrow());
  }
}
