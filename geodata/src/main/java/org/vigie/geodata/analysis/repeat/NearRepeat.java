package org.vigie.geodata.analysis.repeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.DatedEvents;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Displacement;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Legend;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.analysis.density.GeodesicSpace;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Figure;
import org.vigie.geodata.model.Message;

/**
 * Whether one event is soon followed by others close by: Knox's test with bands of geodesic
 * distance. The shuffles visit every close pair each, some 2 ns a pair and processor; up to {@value
 * #MOST_PAIRS} pairs.
 */
public final class NearRepeat implements Analysis {

  static final long MOST_PAIRS = 30_000_000;

  /** Pairs of all draws together. */
  private static final long MOST_DRAWN = 3_000_000_000L;

  private static final int LEAST_EVENTS = 20;
  private static final double MOVING = 0.4;
  private static final double CHECKED = 0.5;

  private static final Legend LEGEND =
      new Legend(
          "Events that follow, times as many as by chance",
          "ratio",
          List.of(
              Legend.Entry.range(null, 1.5, "less than 1.5", Legend.Tone.HOT_WEAK),
              Legend.Entry.range(1.5, 3.0, "1.5 to 3", Legend.Tone.HOT),
              Legend.Entry.range(3.0, null, "3 and more", Legend.Tone.HOT_STRONG)));

  @Override
  public String id() {
    return "near-repeat";
  }

  @Override
  public String title() {
    return "Near repeats";
  }

  @Override
  public String description() {
    return "Whether an event is followed by others close by and soon, more often than by chance,"
        + " and how close and how soon: Knox's test by bands of distance and days, with the"
        + " times shuffled over the places. About recent events it draws where and until"
        + " when others are to be expected more than usual. Select the events of one type by"
        + " a filter.";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public Parameters parameters() {
    return RepeatSettings.PARAMETERS;
  }

  @Override
  public AnalysisResult run(Subject subject, Parameters.Values values, Progress progress)
      throws BadInputException {
    PlacedEvents placed = PlacedEvents.of(subject.events(), values);
    DatedEvents dated = DatedEvents.of(placed.used(), values);
    List<Events.Event> events = dated.used();
    int[] days = dated.days();
    refuseFew(days);
    RepeatSettings settings = RepeatSettings.of(values);
    Displacement displacement = new Displacement(events, Seed.of(values));
    int uncertain = displacement.uncertain();
    ClosePairs pairs;
    Optional<Jitter> jitter = Optional.empty();
    int draws = 0;
    try {
      pairs =
          ClosePairs.of(
              space(events),
              settings.metres(),
              MOST_PAIRS,
              () -> progress.at(0, "finding close pairs"));
      draws = draws(values.integer("draws"), uncertain, pairs.size());
      if (draws > 0) {
        jitter =
            Optional.of(
                Jitter.of(
                    displacement, settings, days, draws, 2 * MOST_PAIRS, progress.part(0, MOVING)));
      }
    } catch (ClosePairs.TooManyPairs tooMany) {
      throw refused(tooMany);
    }
    KnoxTable knox = KnoxTable.of(pairs, days, settings.days());
    TimeShuffle shuffle =
        TimeShuffle.of(
            pairs,
            days,
            settings.days(),
            values.integer("shuffles"),
            Seed.of(values),
            progress.part(CHECKED, 1));
    Map<String, Object> checks =
        new BandCheck(space(events), days, settings, MOST_PAIRS)
            .figures(knox, progress.part(MOVING, CHECKED));
    int first = IntStream.of(days).min().orElseThrow();
    int last = IntStream.of(days).max().orElseThrow();
    Optional<Blocks> blocks =
        last - first < Blocks.DAYS
            ? Optional.empty()
            : Optional.of(Blocks.of(pairs, days, settings.days()));
    RepeatMatrix matrix = new RepeatMatrix(settings, knox, shuffle, jitter, blocks);
    int today = DatedEvents.day(subject.now());
    Halos halos = new Halos(matrix, values.number("maxQ"), values.number("leastRatio"), today);
    List<AnalysisResult.Finding> findings =
        halos.of(events, days, subject.events().classification());
    long samePlace = counts(pairs)[0];
    List<Diagnostics.Dropped> dropped = new ArrayList<>(placed.dropped());
    dropped.addAll(dated.dropped());
    return new AnalysisResult(
        findings,
        List.of(),
        List.of(matrix.table()),
        Optional.of(LEGEND),
        Diagnostics.of(
                subject.events(),
                values,
                "Knox test " + version() + ", times shuffled, WGS 84 geodesic distances")
            .dropped(dropped)
            .figure("closePairs", pairs.size())
            .figure("closePairsAtSamePlace", samePlace)
            .figure("elevatedCells", halos.elevated())
            .figure("drawsDone", draws)
            .figures(checks)
            .figure("spanDays", last - first + 1)
            .caveats(
                new RepeatCaveats(matrix, halos)
                    .list(samePlace, pairs.size(), uncertain, today - last, findings.size()))
            .build(events.size()));
  }

  private static GeodesicSpace space(List<Events.Event> events) {
    return new GeodesicSpace(
        events.stream().mapToDouble(Events.Event::lon).toArray(),
        events.stream().mapToDouble(Events.Event::lat).toArray());
  }

  private static long[] counts(ClosePairs pairs) {
    long[] counts = new long[pairs.bands()];
    pairs.forEach((a, b, band) -> counts[band]++);
    return counts;
  }

  /** Fewer when there are so many pairs that all draws would cost more than the test itself. */
  private static int draws(int asked, int uncertain, long pairs) {
    return uncertain == 0 ? 0 : (int) Math.min(asked, MOST_DRAWN / Math.max(1, pairs));
  }

  private static void refuseFew(int[] days) throws BadInputException {
    if (days.length < LEAST_EVENTS) {
      throw new BadInputException(
          Fault.of(
              "events",
              Message.of(
                  "{length} events can be used, which says nothing about chance", days.length),
              Message.of("Select at least {leastEvents} events with place and day", LEAST_EVENTS)));
    }
    if (IntStream.of(days).distinct().count() < 2) {
      throw new BadInputException(
          Fault.of(
              "events",
              "all events lie on one day",
              "Select a longer time: times are shuffled over places"));
    }
  }

  private static BadInputException refused(ClosePairs.TooManyPairs tooMany) {
    return new BadInputException(
        Fault.of(
            "bandM",
            Message.of(
                "some {pairs} pairs of events are closer than the widest band, more than {most}",
                Figure.whole(tooMany.about()),
                Figure.whole(MOST_PAIRS)),
            "Take shorter or fewer bands of distance, or select fewer events"));
  }
}
