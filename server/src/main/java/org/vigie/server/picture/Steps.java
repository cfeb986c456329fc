package org.vigie.server.picture;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.store.Summary;

/** Periods of equal kind without gaps, so that an empty month is seen to be empty. */
final class Steps {

  /** Some 27 years of days. */
  static final int MAX_PERIODS = 10_000;

  static final List<String> WORDS =
      Arrays.stream(Summary.Step.values())
          .filter(s -> s != Summary.Step.NONE)
          .map(Steps::word)
          .toList();

  private Steps() {}

  static Summary.Step read(String field, String word) throws BadInputException {
    if (!WORDS.contains(word)) {
      throw new BadInputException(
          Fault.of(field, "'" + word + "' is not a step", "Use one of " + WORDS));
    }
    return Summary.Step.valueOf(word.toUpperCase(Locale.ROOT));
  }

  static String word(Summary.Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The periods of a summary with the empty ones between and around them, over the span where it
   * has ends.
   *
   * @throws BadInputException when there are more than {@link #MAX_PERIODS}
   */
  static List<Summary.Period> filled(Summary summary, Summary.Step step, TimeSpan span)
      throws BadInputException {
    List<Summary.Period> known = summary.periods();
    LocalDate first = known.isEmpty() ? null : known.get(0).start();
    LocalDate last = known.isEmpty() ? null : known.get(known.size() - 1).start();
    first = span.start() == null ? first : earlier(first, period(span.start(), step));
    last = span.end() == null ? last : later(last, period(span.end().minusNanos(1), step));
    List<Summary.Period> all = new ArrayList<>();
    if (first == null || last == null) {
      return known;
    }
    Map<LocalDate, Summary.Period> byStart = new HashMap<>();
    known.forEach(p -> byStart.put(p.start(), p));
    for (LocalDate at = first; !at.isAfter(last); at = next(at, step)) {
      if (all.size() == MAX_PERIODS) {
        throw new BadInputException(
            Fault.of(
                "step",
                "there are more than " + MAX_PERIODS + " periods of a " + word(step),
                "Ask for a longer step or a shorter time"));
      }
      all.add(byStart.getOrDefault(at, new Summary.Period(at, 0, Map.of())));
    }
    return all;
  }

  /** The day on which the period of an instant starts, UTC; weeks start on Monday. */
  static LocalDate period(Instant instant, Summary.Step step) {
    LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
    return switch (step) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
      case DAY, NONE -> day;
    };
  }

  private static LocalDate next(LocalDate start, Summary.Step step) {
    return switch (step) {
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case YEAR -> start.plusYears(1);
      case DAY, NONE -> start.plusDays(1);
    };
  }

  private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
    return one == null || other.isBefore(one) ? other : one;
  }

  private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
    return one == null || other.isAfter(one) ? other : one;
  }
}
