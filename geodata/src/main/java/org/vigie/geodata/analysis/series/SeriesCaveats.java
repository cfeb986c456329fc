package org.vigie.geodata.analysis.series;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.model.TimeSpan;

/** What a reader of a change must know before crediting or blaming anybody for it. */
final class SeriesCaveats {

  private static final int GOOD_STEPS = 12;
  private static final int FEW_EVENTS = 20;
  private static final double CLEAR_P = 0.05;
  private static final double OVERDISPERSED = 1.5;
  private static final long TWO_YEARS_SECONDS = 2 * 365 * 86_400L;

  private final Events events;
  private final StepCounts steps;
  private final Optional<InterruptedSeries> series;
  private final long stepSeconds;

  SeriesCaveats(
      Events events, StepCounts steps, Optional<InterruptedSeries> series, long stepSeconds) {
    this.events = events;
    this.steps = steps;
    this.series = series;
    this.stepSeconds = stepSeconds;
  }

  /** The most important first: that nothing here is proof of cause. */
  List<String> list(boolean momentGiven) {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "A change at a moment is not proof that what was done then caused it: seasons, offensives,"
            + " displacement of people and of violence, and changed reporting do the same. Surges"
            + " follow peaks, and after a peak numbers fall by themselves.");
    if (!momentGiven) {
      caveats.add("No moment was given: the middle of the period stands in and means nothing.");
    }
    if (series.isEmpty()) {
      caveats.add(
          "A part of the series has too few events for a trend: only the ratio of counts is"
              + " given.");
    }
    if (steps.before() < GOOD_STEPS || steps.after() < GOOD_STEPS) {
      caveats.add(
          words(
              "%d steps before and %d after: fewer than %d on a side tell little of a trend.",
              steps.before(), steps.after(), GOOD_STEPS));
    }
    long before = steps.sum(0, steps.before());
    long after = steps.sum(steps.before(), steps.size());
    if (Math.min(before, after) < FEW_EVENTS) {
      caveats.add(
          words("Only %,d events before and %,d after: one more or less matters.", before, after));
    }
    series.ifPresent(s -> left(s, caveats));
    if (stepSeconds * steps.size() < TWO_YEARS_SECONDS) {
      caveats.add("Less than two years: a season cannot be told from a change.");
    }
    long vague =
        events.list().stream()
            .filter(e -> e.time().map(this::longerThanStep).orElse(false))
            .count();
    if (vague > 0) {
      caveats.add(
          words("%,d events are dated less exactly than a step and count in their first.", vague));
    }
    caveats.add(
        "There is no comparison area: look at the same period elsewhere before you conclude.");
    return caveats;
  }

  private static void left(InterruptedSeries fitted, List<String> caveats) {
    Autocorrelation left = Autocorrelation.of(fitted.fit().pearsonResiduals());
    if (left.p() < CLEAR_P) {
      caveats.add(
          words(
              "What is left of the fit hangs together from step to step (Ljung-Box p %.3f): the"
                  + " interval may still be too narrow.",
              left.p()));
    }
    if (fitted.fit().dispersion() > OVERDISPERSED) {
      caveats.add(
          words(
              "Counts vary %.1f times as much as independent events would; the interval allows for"
                  + " it.",
              fitted.fit().dispersion()));
    }
  }

  private boolean longerThanStep(TimeSpan span) {
    return span.start() != null
        && span.end() != null
        && Duration.between(span.start(), span.end()).toSeconds() > stepSeconds;
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
