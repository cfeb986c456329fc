package org.vigie.geodata.analysis.quality;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.vigie.geodata.analysis.RateRatio;
import org.vigie.geodata.analysis.Table;

/** What the weeks of a selection say, as figures, rows and sentences. */
final class VolumeReport {

  private static final double CLEAR = 0.01;

  private final WeeklyVolume volume;
  private final WeeklyVolume.Chance chance;
  private final WeeklyVolume.Change change;
  private final WeeklyVolume.Gap gap;
  private final RateRatio halves;

  VolumeReport(WeeklyVolume volume, WeeklyVolume.Chance chance) {
    this.volume = volume;
    this.chance = chance;
    change = volume.change();
    gap = volume.longestGap();
    int half = volume.weeks() / 2;
    int end = volume.weeks();
    halves = RateRatio.of(volume.sum(end - half, end), volume.sum(0, half));
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("weeks", volume.weeks());
    figures.put("emptyWeeks", volume.empty());
    figures.put("emptyWeeksExpected", volume.emptyExpected());
    figures.put("longestGapWeeks", gap.weeks());
    if (gap.weeks() > 0) {
      figures.put("longestGapFrom", volume.start(gap.firstWeek()).toString());
      figures.put("longestGapP", chance.gap());
    }
    if (halves.ratio() != null) {
      figures.put("halvesRatio", Objects.requireNonNull(halves.ratio()));
      figures.put("halvesRatioLow", halves.low());
      if (halves.high() != null) {
        figures.put("halvesRatioHigh", Objects.requireNonNull(halves.high()));
      }
    }
    figures.put("halvesP", halves.p());
    if (change.gain() > 0) {
      figures.put("changeFrom", volume.start(change.week()).toString());
      figures.put("changeP", chance.change());
      figures.put("perWeekBefore", before());
      figures.put("perWeekAfter", after());
    }
    return figures;
  }

  private double before() {
    return (double) volume.sum(0, change.week()) / change.week();
  }

  private double after() {
    int weeks = volume.weeks() - change.week();
    return (double) volume.sum(change.week(), volume.weeks()) / weeks;
  }

  /** What stands out, the change before the gap; none when nothing does. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (change.gain() > 0 && chance.change() <= CLEAR) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "From the week of %s on there are %.1f events a week instead of %.1f (p %.3f): the"
                  + " situation or the reporting changed. Compare periods on one side of it.",
              volume.start(change.week()),
              after(),
              before(),
              chance.change()));
    }
    if (gap.weeks() > 0 && chance.gap() <= CLEAR) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "No event for %d weeks from %s (p %.3f): a quiet time, or nobody reported.",
              gap.weeks(),
              volume.start(gap.firstWeek()),
              chance.gap()));
    }
    return sentences;
  }

  Table table() {
    List<List<Object>> rows = new ArrayList<>();
    for (int week = 0; week < volume.weeks(); week++) {
      rows.add(
          List.of(volume.start(week).atStartOfDay(ZoneOffset.UTC).toInstant(), volume.count(week)));
    }
    return new Table(
        "weeks",
        "Events by week",
        List.of(
            new Table.Column("week", "Week from (UTC)", ""),
            new Table.Column("events", "Events", "")),
        rows);
  }
}
