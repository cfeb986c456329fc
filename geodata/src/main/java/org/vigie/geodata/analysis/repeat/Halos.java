package org.vigie.geodata.analysis.repeat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.DatedEvents;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.geo.Circle;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.model.Classification;

/**
 * Where the pattern says to look now: about each recent event the widest band of distance in which
 * others have followed more often than by chance, until the last of the days in which they did.
 */
final class Halos {

  /** Circles drawn, of the newest events. */
  static final int MOST = 1_000;

  private final RepeatMatrix matrix;
  private final double maxQ;
  private final double leastRatio;
  private final int today;

  Halos(RepeatMatrix matrix, double maxQ, double leastRatio, int today) {
    this.matrix = matrix;
    this.maxQ = maxQ;
    this.leastRatio = leastRatio;
    this.today = today;
  }

  /** Whether there are so many more pairs than by chance that they cannot well be chance. */
  boolean isElevated(int band, int step) {
    return matrix.q(band, step) <= maxQ && matrix.ratio(band, step) >= leastRatio;
  }

  int elevated() {
    int count = 0;
    for (int band = 0; band < matrix.bands(); band++) {
      for (int step = 0; step < matrix.steps(); step++) {
        count += isElevated(band, step) ? 1 : 0;
      }
    }
    return count;
  }

  /** Newest first, on one day by number. */
  List<AnalysisResult.Finding> of(
      List<Events.Event> events, int[] days, Classification classification) {
    List<Integer> newest = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      if (days[i] <= today && band(today - days[i]).isPresent()) {
        newest.add(i);
      }
    }
    newest.sort(Comparator.comparing(i -> -days[i]));
    return newest.stream().limit(MOST).toList().parallelStream()
        .map(i -> halo(events.get(i), days[i], classification))
        .toList();
  }

  /** The widest band of distance that is elevated now or later for an event so many days old. */
  private Optional<Integer> band(int age) {
    for (int band = matrix.bands() - 1; band >= 0; band--) {
      if (step(band, age).isPresent()) {
        return Optional.of(band);
      }
    }
    return Optional.empty();
  }

  /** The first elevated band of days that is not over. */
  private Optional<Integer> step(int band, int age) {
    for (int step = 0; step < matrix.steps(); step++) {
      if (isElevated(band, step) && matrix.settings().days().to(step) > age) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private AnalysisResult.Finding halo(Events.Event event, int day, Classification classification) {
    int band = band(today - day).orElseThrow();
    int step = step(band, today - day).orElseThrow();
    DayBands bands = matrix.settings().days();
    int last = step;
    while (last + 1 < bands.count() && isElevated(band, last + 1)) {
      last++;
    }
    double metres = matrix.settings().metres()[band];
    double drawn =
        Math.min(
            Circle.MOST_METRES,
            Math.max(Math.max(metres, event.uncertaintyMetres().orElse(0.0)), Circle.LEAST_METRES));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("event", event.id().toString());
    properties.put("day", DatedEvents.start(day));
    properties.put("group", event.group());
    properties.put("radiusM", drawn);
    properties.put("bandM", metres);
    properties.put("from", DatedEvents.start(Math.max(today, day + bands.from(step))));
    properties.put("until", DatedEvents.start(day + bands.to(last)));
    properties.put("ratio", matrix.ratio(band, step));
    properties.put("p", matrix.p(band, step));
    properties.put("q", matrix.q(band, step));
    if (!Double.isNaN(matrix.stability(band, step))) {
      properties.put("stability", matrix.stability(band, step));
    }
    if (!Double.isNaN(matrix.withinYear(band, step))) {
      properties.put("pWithinYear", matrix.withinYear(band, step));
    }
    properties.put("classification", classification.name());
    return new AnalysisResult.Finding(
        new Circle(new LonLat(event.lon(), event.lat()), drawn).toPolygon(), properties);
  }
}
