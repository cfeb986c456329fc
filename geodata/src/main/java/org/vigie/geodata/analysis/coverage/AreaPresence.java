package org.vigie.geodata.analysis.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Progress;

/** What patrols saw of areas: when each of their places last, in which passes, for how long. */
final class AreaPresence {

  private final double[] last;
  private final int[] starts;
  private final double[] hours;
  private final List<List<Visits.Visit>> passes;

  /**
   * @param windowStart hours of presence count from this second since 1970
   * @param rangeM metres within which a place is seen
   */
  AreaPresence(
      SamplePoints sample,
      List<Track> tracks,
      double rangeM,
      double windowStart,
      Progress progress) {
    starts = sample.starts();
    last = new double[starts[sample.areas()]];
    Arrays.fill(last, Double.NaN);
    hours = new double[sample.areas()];
    passes =
        IntStream.range(0, sample.areas())
            .<List<Visits.Visit>>mapToObj(i -> new ArrayList<>())
            .toList();
    int[] owners = new int[last.length];
    for (int area = 0; area < hours.length; area++) {
      Arrays.fill(owners, starts[area], starts[area + 1], area);
    }
    new Presence(sample.x(), sample.y(), rangeM)
        .along(
            tracks,
            progress,
            (place, from, to) -> {
              last[place] = Double.isNaN(last[place]) ? to : Math.max(last[place], to);
              int area = owners[place];
              hours[area] += Math.max(0, to - Math.max(from, windowStart)) / 3_600 / places(area);
              pass(passes.get(area), from, to);
            });
  }

  /** Time runs on along a track, so that most passes go on with the one before. */
  private static void pass(List<Visits.Visit> passes, double from, double to) {
    int before = passes.size() - 1;
    if (before >= 0) {
      Visits.Visit visit = passes.get(before);
      if (from <= visit.to() && to >= visit.from()) {
        passes.set(
            before, new Visits.Visit(Math.min(from, visit.from()), Math.max(to, visit.to())));
        return;
      }
    }
    passes.add(new Visits.Visit(from, to));
  }

  private int places(int area) {
    return starts[area + 1] - starts[area];
  }

  /** Last second since 1970 anybody was near any place of the area; NaN for never. */
  double last(int area) {
    return Arrays.stream(last, starts[area], starts[area + 1])
        .filter(second -> !Double.isNaN(second))
        .max()
        .orElse(Double.NaN);
  }

  /** Share of the area seen since a second of 1970, 0 to 1. */
  double seenSince(int area, double second) {
    return (double)
            Arrays.stream(last, starts[area], starts[area + 1]).filter(s -> s >= second).count()
        / places(area);
  }

  /** Mean over the places of the area of the hours with a patrol in range, in the window. */
  double hours(int area) {
    return hours[area];
  }

  Visits visits(int area, double mergeSeconds) {
    return Visits.of(passes.get(area), mergeSeconds);
  }
}
