package org.vigie.geodata.analysis.series;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.EventFigures;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.RateRatio;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.analysis.Table;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimeSpan;

/** Whether a series of counts changed at a moment: {@link InterruptedSeries}. Some milliseconds. */
public final class BeforeAfter implements Analysis {

  /** Fewer steps on a side carry no slope. */
  private static final int LEAST_STEPS = 6;

  private static final int MOST_STEPS = 5_000;
  private static final long DAY_SECONDS = 86_400;

  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.moment(
              "at",
              "Moment",
              "When the surge began or the base opened (UTC). Choose it for what was done, never"
                  + " for where the curve bends. Left open: the middle of the period."),
          Parameter.integer(
              "stepDays",
              "Step",
              "Days that are counted together. Longer steps are steadier and fewer; at least 6 on"
                  + " either side are needed, 12 are better.",
              7,
              1,
              366));

  @Override
  public String id() {
    return "before-after";
  }

  @Override
  public String title() {
    return "Before and after";
  }

  @Override
  public String description() {
    return "Whether the number of events changed at a moment, such as a patrol surge or a new base:"
        + " an interrupted time series that compares what followed with what the time before would"
        + " have led to. It is not proof of cause.";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  @Override
  public AnalysisResult run(Subject subject, Parameters.Values values, Progress progress)
      throws BadInputException {
    progress.at(0, "Counting");
    Events events = subject.events();
    List<Instant> times =
        events.list().stream().flatMap(e -> e.time().map(TimeSpan::start).stream()).toList();
    if (times.isEmpty()) {
      throw new BadInputException(
          Fault.of("inputs", "no event of the selection has a time", "Select events with dates"));
    }
    Diagnostics.Builder diagnostics =
        Diagnostics.of(events, values, "Segmented quasi-Poisson regression " + version() + ", UTC");
    TimeSpan period = period(subject);
    Instant start = required(period.start());
    Instant end = required(period.end());
    Instant at = values.moment("at").orElse(null);
    if (at == null) {
      at = start.plus(Duration.between(start, end).dividedBy(2)).truncatedTo(ChronoUnit.DAYS);
      diagnostics.chosen(
          "at",
          at.toString(),
          "no moment was given: the middle of the period, where nothing need have happened");
    }
    long step = values.integer("stepDays") * DAY_SECONDS;
    StepCounts steps = steps(times, start, at, end, step);
    progress.at(0.3, "Fitting");
    Optional<InterruptedSeries> series = InterruptedSeries.of(steps);
    int same = Math.min(steps.before(), steps.after());
    RateRatio ratio =
        RateRatio.of(
            steps.sum(steps.before(), steps.before() + same),
            steps.sum(steps.before() - same, steps.before()));
    diagnostics
        .dropped("the place is not known", events.withoutGeometry())
        .dropped("the time is not known", events.list().size() - (long) times.size())
        .dropped("outside the whole steps of the period", steps.outside())
        .figures(figures(steps, series, ratio, same))
        .figures(stepChecks(times, start, at, end, step))
        .caveats(
            new SeriesCaveats(events, steps, series, step).list(values.moment("at").isPresent()));
    progress.at(1, "Done");
    SeriesTables tables = new SeriesTables(steps, series);
    List<Table> found = new ArrayList<>(List.of(tables.series()));
    found.add(tables.effects(ratio, same));
    return new AnalysisResult(
        List.of(),
        List.of(),
        found,
        Optional.empty(),
        diagnostics.build(steps.sum(0, steps.size())));
  }

  /** The period of the selection, an open end closed by the first event, or by today. */
  private static TimeSpan period(Subject subject) {
    EventFigures figures = new EventFigures(subject.events().list());
    Instant first = figures.first().orElseThrow().truncatedTo(ChronoUnit.DAYS);
    Instant last =
        figures.last().orElseThrow().truncatedTo(ChronoUnit.DAYS).plusSeconds(DAY_SECONDS);
    Optional<TimeSpan> asked = subject.period();
    Instant start = asked.map(TimeSpan::start).orElse(first);
    // A selection to whatever end goes on to today: quiet steps at the end count.
    Instant end = asked.map(TimeSpan::end).orElse(asked.isPresent() ? subject.now() : last);
    return TimeSpan.of(start, end.isBefore(start) ? start : end);
  }

  private static Instant required(@Nullable Instant moment) {
    if (moment == null) {
      throw new IllegalStateException("a closed period has both ends");
    }
    return moment;
  }

  private static StepCounts steps(
      List<Instant> times, Instant start, Instant at, Instant end, long step)
      throws BadInputException {
    if (at.isBefore(start) || at.isAfter(end)) {
      throw new BadInputException(
          Fault.of(
              "at",
              Message.of("{at} is not in the period from {start} to {end}", at, start, end),
              "Give a moment within it, or select a longer time"));
    }
    if (Duration.between(start, end).toSeconds() / step > MOST_STEPS) {
      throw new BadInputException(
          Fault.of(
              "stepDays",
              Message.of("makes more than {mostSteps} steps of the period", MOST_STEPS),
              "Give longer steps or select a shorter time"));
    }
    StepCounts steps = new StepCounts(times, start, at, end, step);
    if (steps.before() < LEAST_STEPS || steps.after() < LEAST_STEPS) {
      throw new BadInputException(
          Fault.of(
              "stepDays",
              Message.of(
                  "leaves {before} whole steps before the moment and {after} after it; {leastSteps}"
                      + " on either side are the least",
                  steps.before(),
                  steps.after(),
                  LEAST_STEPS),
              "Give shorter steps, another moment or select a longer time"));
    }
    if (steps.sum(0, steps.before()) == 0) {
      throw new BadInputException(
          Fault.of(
              "at",
              "there is no event before the moment to compare with",
              "Give another moment or select a longer time"));
    }
    return steps;
  }

  private static Map<String, Object> figures(
      StepCounts steps, Optional<InterruptedSeries> series, RateRatio ratio, int same) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("stepsBefore", steps.before());
    figures.put("stepsAfter", steps.after());
    figures.put("eventsBefore", steps.sum(0, steps.before()));
    figures.put("eventsAfter", steps.sum(steps.before(), steps.size()));
    figures.put("ratioSteps", same);
    if (ratio.ratio() != null) {
      figures.put("ratio", ratio.ratio());
      figures.put("ratioLow", ratio.low());
      if (ratio.high() != null) {
        figures.put("ratioHigh", ratio.high());
      }
    }
    figures.put("ratioP", ratio.p());
    series.ifPresent(
        s -> {
          put(figures, "levelChange", s.level());
          put(figures, "slopeChange", s.slope());
          figures.put("dispersion", s.fit().dispersion());
          figures.put("interval", s.robust() ? "Newey-West" : "quasi-Poisson");
          Autocorrelation left = Autocorrelation.of(s.fit().pearsonResiduals());
          figures.put("durbinWatson", left.durbinWatson());
          figures.put("ljungBox", left.ljungBox());
          figures.put("ljungBoxLags", left.lags());
          figures.put("ljungBoxP", left.p());
        });
    return figures;
  }

  private static void put(
      Map<String, Object> figures, String name, InterruptedSeries.Effect effect) {
    figures.put(name, effect.value());
    figures.put(name + "Low", effect.low());
    figures.put(name + "High", effect.high());
  }

  /** The change of level with steps half and twice as long. */
  private static Map<String, Object> stepChecks(
      List<Instant> times, Instant start, Instant at, Instant end, long step) {
    Map<String, Object> figures = new LinkedHashMap<>();
    Map<String, Long> lengths = new LinkedHashMap<>();
    lengths.put("halfStep", step / 2);
    lengths.put("doubleStep", step * 2);
    lengths.forEach(
        (name, length) -> {
          StepCounts steps = new StepCounts(times, start, at, end, length);
          if (steps.before() < LEAST_STEPS || steps.after() < LEAST_STEPS) {
            return;
          }
          InterruptedSeries.of(steps)
              .ifPresent(
                  s -> {
                    Map<String, Object> check = new LinkedHashMap<>();
                    check.put("stepDays", (double) length / DAY_SECONDS);
                    put(check, "levelChange", s.level());
                    put(check, "slopeChange", s.slope());
                    figures.put(name, check);
                  });
        });
    return figures;
  }
}
