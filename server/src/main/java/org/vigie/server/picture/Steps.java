package org.vigie.server.picture;

import java.time.DayOfWeek;
import java.time.Duration;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.ClockHours;
import org.vigie.geodata.query.LocalTimes;
import org.vigie.geodata.store.Summary;

/**
 * How long the bars of counts over time are: periods of the calendar in UTC without gaps, so that
 * an empty month is seen to be empty, or some hours of a clock.
 *
 * @param word as it is asked for
 * @param calendar NONE for hours
 * @param hours 0 for periods of the calendar
 * @param clock by which hours are told
 */
record Steps(String word, Summary.Step calendar, int hours, LocalTimes clock) {

  /** Some 27 years of days, and a good year of hours. */
  static final int MAX_PERIODS = 10_000;

  private static final Map<String, Integer> HOURS = Map.of("hour", 1, "3-hours", 3, "6-hours", 6);

  static final List<String> WORDS =
      Stream.concat(
              Stream.of("hour", "3-hours", "6-hours"),
              Arrays.stream(Summary.Step.values())
                  .filter(s -> s != Summary.Step.NONE)
                  .map(step -> step.name().toLowerCase(Locale.ROOT)))
          .toList();

  /** Of the parameter. */
  static final String HELP =
      "Length of a period; weeks start on Monday, days at midnight UTC. Hours are those of the"
          + " clock of zone and need both ends: longer or shorter where the clock is put back or"
          + " on.";

  static final String USUAL = "month";

  static String check(String field, String word) throws BadInputException {
    if (!WORDS.contains(word)) {
      throw new BadInputException(
          Fault.of(
              field,
              Message.of("'{word}' is not a step", word),
              Message.of("Use one of {words}", WORDS)));
    }
    return word;
  }

  /**
   * @param word one of {@link #WORDS}
   */
  static Steps of(String word, LocalTimes clock) {
    int hours = HOURS.getOrDefault(word, 0);
    return new Steps(
        word,
        hours > 0 ? Summary.Step.NONE : Summary.Step.valueOf(word.toUpperCase(Locale.ROOT)),
        hours,
        clock);
  }

  /**
   * @throws BadInputException when there are too many hours, or nobody said of which days
   */
  Summary.Request request(String groupBy, TimeSpan span, List<String> sums)
      throws BadInputException {
    return hours == 0
        ? new Summary.Request(groupBy, calendar, sums)
        : new Summary.Request(groupBy, clockHours(span), sums);
  }

  /**
   * The bars of a summary with the empty ones between and around them, over the span where it has
   * ends.
   *
   * @throws BadInputException when there are more than {@link #MAX_PERIODS}
   */
  List<Bar> bars(Summary summary, TimeSpan span) throws BadInputException {
    return summary.byHours().isPresent()
        ? Bar.of(clockHours(span), summary.byHours().get())
        : filled(summary, calendar, span).stream().map(Bar::of).toList();
  }

  private ClockHours clockHours(TimeSpan span) throws BadInputException {
    Instant start = span.start();
    Instant end = span.end();
    if (start == null || end == null) {
      throw new BadInputException(
          Fault.of("step", "hours need a first and a last moment", "Give both, or a longer step"));
    }
    if (Duration.between(start, end).dividedBy(Duration.ofHours(hours)) >= MAX_PERIODS) {
      throw tooMany();
    }
    return ClockHours.between(start, end, hours, clock);
  }

  private BadInputException tooMany() {
    return new BadInputException(
        Fault.of(
            "step",
            Message.of("there are more than {maxPeriods} periods of a {word}", MAX_PERIODS, word),
            "Ask for a longer step or a shorter time"));
  }

  private List<Summary.Period> filled(Summary summary, Summary.Step step, TimeSpan span)
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
        throw tooMany();
      }
      all.add(byStart.getOrDefault(at, new Summary.Period(at, 0, Map.of())));
    }
    return all;
  }

  /** The day on which the period of an instant starts, UTC; weeks start on Monday. */
  private static LocalDate period(Instant instant, Summary.Step step) {
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
