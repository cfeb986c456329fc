package org.vigie.geodata.analysis.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Legend;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.analysis.Table;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.TimeSpan;

/**
 * How far the events of a selection can be trusted, before anything else is made of them. Linear in
 * the events; the shuffles cost their number times the weeks.
 */
public final class DataQuality implements Analysis {

  private static final double NOTABLE = 0.1;

  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.integer(
              "least",
              "Least events",
              "Events that must share a coordinate for it to be shown as a piled-up place.",
              5,
              2,
              10_000),
          Parameter.integer(
              "shuffles",
              "Shuffles",
              "How often weeks are reshuffled to see whether a change or a gap may be chance.",
              999,
              99,
              9_999),
          Seed.PARAMETER);

  @Override
  public String id() {
    return "data-quality";
  }

  @Override
  public String title() {
    return "Data quality";
  }

  @Override
  public String description() {
    return "How far the selected events can be trusted: how well places and times are known, what"
        + " is missing, what may be told twice, places on which a gazetteer piles events, weeks"
        + " without any, and whether the volume of reporting changed. Begin here.";
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
    Events events = subject.events();
    long all = events.list().size() + events.withoutGeometry();
    if (all == 0) {
      throw new BadInputException(
          Fault.of(
              "inputs",
              "no event is selected",
              "Select a larger area, a longer time or fewer conditions"));
    }
    progress.at(0, "Counting");
    PiledPlaces places = new PiledPlaces(events);
    RepeatedRecords repeated = new RepeatedRecords(events);
    MissingValues missing = new MissingValues(events);
    List<Table> tables = new ArrayList<>(new PrecisionMix(events).tables());
    tables.add(missing.table());
    tables.add(repeated.table());
    Diagnostics.Builder diagnostics =
        Diagnostics.of(events, values, "Data quality " + version() + ", weeks in UTC")
            .dropped("the place is not known", events.withoutGeometry())
            .figure("distinctPlaces", places.distinct())
            .figure("sharedShare", places.share(2))
            .figure("piledShare", places.share(values.integer("least")))
            .figure("topTenShare", places.topShare())
            .figure("surplusSamePlaceDayType", repeated.surplus());
    List<String> caveats = sentences(events, places, repeated, missing, values.integer("least"));
    Optional<WeeklyVolume> volume = volume(subject);
    if (volume.isPresent()) {
      VolumeReport report =
          new VolumeReport(
              volume.get(),
              volume
                  .get()
                  .chance(values.integer("shuffles"), Seed.of(values), progress.part(0.2, 1)));
      tables.add(report.table());
      diagnostics.figures(report.figures());
      caveats.addAll(report.sentences());
    } else {
      caveats.add("No event has a time: gaps and changes of volume cannot be seen.");
    }
    if (caveats.isEmpty()) {
      caveats.add("Nothing stands out in what is checked here.");
    }
    caveats.add("What was never reported cannot be seen in what was.");
    progress.at(1, "Done");
    return new AnalysisResult(
        places.findings(values.integer("least"), events.classification()),
        List.of(),
        tables,
        Optional.of(Legend.OF_COUNTS),
        diagnostics.caveats(caveats).build(events.list().size()));
  }

  private static List<String> sentences(
      Events events,
      PiledPlaces places,
      RepeatedRecords repeated,
      MissingValues missing,
      int least) {
    List<String> sentences = new ArrayList<>();
    int n = events.list().size();
    if (places.share(2) >= NOTABLE) {
      sentences.add(
          words(
              "%,d events stand on %,d different coordinates; %.0f %% share theirs, %.0f %% with at"
                  + " least %d in all, and %,d stand on one. Density, clusters and near repeats"
                  + " show these places first.",
              n,
              places.distinct(),
              100 * places.share(2),
              100 * places.share(least),
              least,
              places.most()));
    }
    if (repeated.surplus() > 0) {
      sentences.add(
          words(
              "%,d events have the place, day and type of another: they may be told twice.",
              repeated.surplus()));
    }
    missing
        .counts()
        .forEach(
            (name, count) -> {
              long of = name.equals("place") ? n + events.withoutGeometry() : n;
              if (count > 0 && count >= NOTABLE * of) {
                sentences.add(
                    words("%s is not known of %,d of %,d events.", upper(name), count, of));
              }
            });
    return sentences;
  }

  private static String upper(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' ');
  }

  /** Over the selected period, an open end closed by the first event or today. */
  private static Optional<WeeklyVolume> volume(Subject subject) {
    List<Instant> times =
        subject.events().list().stream()
            .flatMap(e -> e.time().map(TimeSpan::start).stream())
            .map(Objects::requireNonNull)
            .sorted(Comparator.naturalOrder())
            .toList();
    if (times.isEmpty()) {
      return Optional.empty();
    }
    Optional<TimeSpan> asked = subject.period();
    Instant first = asked.map(TimeSpan::start).orElse(times.get(0));
    Instant last = times.get(times.size() - 1);
    Instant end =
        asked
            .map(period -> period.end() == null ? subject.now() : period.end().minusSeconds(1))
            .orElse(last);
    return Optional.of(
        new WeeklyVolume(
            times,
            day(first.isBefore(times.get(0)) ? first : times.get(0)),
            day(end.isAfter(last) ? end : last)));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
