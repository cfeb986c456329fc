package org.vigie.geodata.analysis.emerging;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Figure;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimeSpan;

/** From when to when events are looked at, and in which steps. */
final class Span {

  static final Parameter STEP_DAYS =
      Parameter.chosen(
          "stepDays",
          "Length of a step",
          "Shorter steps show more of the course and hold fewer events. The last step ends with the"
              + " period. Left empty, the longest of a day, a week, 14, 30, 91 and 365 days that"
              + " gives twelve steps.",
          "d",
          1,
          3_650);

  private static final int[] USUAL = {365, 91, 30, 14, 7, 1};
  private static final int WANTED = 12;
  private static final int LEAST = 10;
  private static final int MOST = 500;

  private Span() {}

  /**
   * The steps of the period, else of the events; what was left open is chosen and said.
   *
   * @param dated events with a time, not empty
   * @throws BadInputException for fewer than 10 steps or more than 500
   */
  static TimeSteps steps(
      Subject subject, List<Events.Event> dated, Parameters.Values values, Diagnostics.Builder said)
      throws BadInputException {
    Instant first = dated.stream().map(Span::start).min(Comparator.naturalOrder()).orElseThrow();
    Instant last = dated.stream().map(Span::start).max(Comparator.naturalOrder()).orElseThrow();
    Instant end =
        subject
            .period()
            .flatMap(period -> Optional.ofNullable(period.end()))
            .filter(given -> given.isAfter(last))
            .map(
                given ->
                    given.isAfter(subject.now()) && subject.now().isAfter(last)
                        ? subject.now()
                        : given)
            .orElse(last.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
    Instant start =
        subject
            .period()
            .flatMap(period -> Optional.ofNullable(period.start()))
            .filter(given -> given.isBefore(first))
            .orElse(first.truncatedTo(ChronoUnit.DAYS));
    long days = Duration.between(start, end).toDays();
    double length = values.find(STEP_DAYS.name()).orElse(0);
    if (length == 0) {
      length = usual(days);
      said.chosen(
          STEP_DAYS.name(),
          length,
          String.format(Locale.ROOT, "at least twelve steps in %,d days", days));
    }
    TimeSteps steps =
        TimeSteps.between(start, end, Duration.ofSeconds(Math.round(length * 86_400)));
    if (steps.count() < LEAST || steps.count() > MOST) {
      throw new BadInputException(
          Fault.of(
              STEP_DAYS.name(),
              Message.of(
                  "{days} days are {steps} whole steps of {length} days; a history needs from"
                      + " {least} to {most}",
                  Figure.whole(days),
                  Figure.whole(steps.count()),
                  new Figure(length, 1),
                  LEAST,
                  MOST),
              "Choose another length of a step or another period"));
    }
    return steps;
  }

  private static double usual(long days) {
    for (int each : USUAL) {
      if (days / each >= WANTED) {
        return each;
      }
    }
    return 1;
  }

  static boolean isDated(Events.Event event) {
    return event.time().map(TimeSpan::start).isPresent();
  }

  /** Of an event that has one. */
  static Instant start(Events.Event event) {
    return event.time().map(TimeSpan::start).orElseThrow();
  }
}
