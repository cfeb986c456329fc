package org.vigie.geodata.analysis.emerging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.EventFigures;
import org.vigie.geodata.analysis.local.Study;
import org.vigie.geodata.model.TimeSpan;

/** What a reader of histories must know before acting on them, in plain words. */
record EmergingCaveats(
    List<History> histories, Study study, TimeSteps steps, List<Double> stability) {

  private static final double NOTABLE_SHARE = 0.1;
  private static final double STABLE = 0.8;

  List<String> list() {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "Reports that grow or cease look the same as violence that does: ask whether reporting"
            + " changed before taking a spot for new or past.");
    double mean = (double) study.used() / histories.size() / steps.count();
    if (mean < 1) {
      caveats.add(
          String.format(
              Locale.ROOT,
              "There are %.3f events to a cell and step: one report more or less can make a bin hot"
                  + " and change the category.",
              mean));
    }
    caveats.add(
        "Neighbouring steps share events, so the trend looks surer than it is: pAutocorrelated"
            + " allows for that.");
    long places = new EventFigures(study.events()).places();
    if (1 - (double) places / study.events().size() >= NOTABLE_SHARE) {
      caveats.add(
          String.format(
              Locale.ROOT,
              "%,d events stand on %,d different coordinates: what is placed on the nearest town"
                  + " makes its cell hot.",
              study.used(),
              places));
    }
    long spans =
        study.events().stream().filter(e -> e.time().map(this::isLong).orElse(false)).count();
    if (spans > 0) {
      caveats.add(
          spans + " events are dated to a span longer than a step and count where it begins.");
    }
    caveats.add(stable());
    return caveats;
  }

  private boolean isLong(TimeSpan span) {
    return span.end() != null
        && span.start() != null
        && Duration.between(span.start(), span.end()).compareTo(steps.length()) > 0;
  }

  private String stable() {
    if (stability.isEmpty()) {
      return "It was not tested how far the result rests on exact places: no event states how"
          + " uncertain its place is, or no draws were asked for.";
    }
    List<Integer> patterns =
        IntStream.range(0, histories.size())
            .filter(i -> !histories.get(i).category().isNone())
            .boxed()
            .toList();
    long stable = patterns.stream().filter(i -> stability.get(i) >= STABLE).count();
    return stable
        + " of "
        + patterns.size()
        + " cells with a pattern keep it in four of five draws when the events are moved within"
        + " their stated uncertainty.";
  }
}
