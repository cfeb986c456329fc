package org.vigie.geodata.format.value;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a written date in the order in which they stand, before anyone decides which is the
 * day.
 *
 * @param named 1 when the first part was a month's name, 2 when the second was, 0 when none
 * @param time time of day; empty when only a date was written
 * @param offset from UTC; empty when none was written
 */
record DateParts(
    int first,
    int second,
    int third,
    boolean yearFirst,
    int named,
    Optional<LocalTime> time,
    Optional<ZoneOffset> offset) {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{1,4}|\\p{L}{3,10}\\.?)[-/. ]\\s?(\\d{1,2}|\\p{L}{3,10}\\.?),?[-/."
              + " ]\\s?(\\d{1,4})(?:[T"
              + " ,]\\s?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s?([AaPp][Mm])?)?"
              + "\\s?(Z|z|UTC|[+-]\\d{2}:?\\d{2})?");

  static Optional<DateParts> find(String text) {
    Matcher m = SHAPE.matcher(text);
    if (text.length() > 60 || !m.matches()) {
      return Optional.empty();
    }
    boolean firstNamed = !Character.isDigit(m.group(1).charAt(0));
    boolean secondNamed = !Character.isDigit(m.group(2).charAt(0));
    OptionalInt first = firstNamed ? MonthNames.find(m.group(1)) : number(m.group(1));
    OptionalInt second = secondNamed ? MonthNames.find(m.group(2)) : number(m.group(2));
    Optional<Optional<LocalTime>> time = time(m);
    if (first.isEmpty() || second.isEmpty() || time.isEmpty() || (firstNamed && secondNamed)) {
      return Optional.empty();
    }
    boolean yearFirst = !firstNamed && m.group(1).length() == 4;
    String last = m.group(3);
    if (yearFirst ? last.length() > 2 : last.length() != 4 && last.length() != 2) {
      return Optional.empty();
    }
    int third = Integer.parseInt(last);
    return Optional.of(
        new DateParts(
            first.getAsInt(),
            second.getAsInt(),
            yearFirst || last.length() == 4 ? third : century(third),
            yearFirst,
            firstNamed ? 1 : secondNamed ? 2 : 0,
            time.get(),
            offset(m.group(9))));
  }

  /** Whether only a declared or detected order can tell day from month. */
  boolean needsOrder() {
    return !yearFirst && named == 0;
  }

  /** Records begin in 1990: 90 to 99 belong to the last century, the rest to this one. */
  private static int century(int twoDigits) {
    return twoDigits >= 90 ? 1900 + twoDigits : 2000 + twoDigits;
  }

  private static OptionalInt number(String digits) {
    return digits.length() == 3 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  /** Outer empty: not a time of day. Inner empty: none written. */
  private static Optional<Optional<LocalTime>> time(Matcher m) {
    if (m.group(4) == null) {
      return Optional.of(Optional.empty());
    }
    int hour = Integer.parseInt(m.group(4));
    int minute = Integer.parseInt(m.group(5));
    int second = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
    int nano = m.group(7) == null ? 0 : Integer.parseInt((m.group(7) + "00000000").substring(0, 9));
    if (m.group(8) != null) {
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (m.group(8).toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return Optional.empty();
    }
    return Optional.of(Optional.of(LocalTime.of(hour, minute, second, nano)));
  }

  private static Optional<ZoneOffset> offset(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    if (text.equalsIgnoreCase("Z") || text.equals("UTC")) {
      return Optional.of(ZoneOffset.UTC);
    }
    String digits = text.replace(":", "");
    int minutes =
        Integer.parseInt(digits.substring(1, 3)) * 60 + Integer.parseInt(digits.substring(3, 5));
    int seconds = Math.min(minutes, 18 * 60) * 60;
    return Optional.of(ZoneOffset.ofTotalSeconds(digits.charAt(0) == '-' ? -seconds : seconds));
  }
}
