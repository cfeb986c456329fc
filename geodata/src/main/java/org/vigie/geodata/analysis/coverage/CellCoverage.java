package org.vigie.geodata.analysis.coverage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.grid.HexagonLattice;
import org.vigie.geodata.analysis.grid.StudyCells;
import org.vigie.geodata.analysis.local.EmpiricalBayes;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.TimeSpan;

/** When each cell of the study was last seen, for how long, and what happened there. */
final class CellCoverage {

  private final StudyCells cells;
  private final Window window;
  private final AreaPresence presence;
  private final int[] events;
  private final int[] eventsWithPatrols;
  private final double[] hours;
  private final double[] rates;

  /**
   * @param eventsOfWindow with a start inside it
   */
  CellCoverage(
      StudyCells cells,
      List<Track> tracks,
      double rangeM,
      Window window,
      List<Events.Event> eventsOfWindow,
      Progress progress) {
    this.cells = cells;
    this.window = window;
    HexagonLattice lattice = cells.lattice();
    SamplePoints sample = new SamplePoints();
    for (int i = 0; i < cells.size(); i++) {
      sample.addHexagon(lattice.centre(cells.cell(i)), lattice.side());
    }
    presence = new AreaPresence(sample, tracks, rangeM, window.start(), progress);
    events = cells.counts(Study.cellOfEach(lattice, eventsOfWindow));
    hours = IntStream.range(0, cells.size()).mapToDouble(presence::hours).toArray();
    eventsWithPatrols =
        cells.counts(
            Study.cellOfEach(
                lattice, eventsOfWindow.stream().filter(this::whilePatrolsAreKnown).toList()));
    rates = shrunk(eventsWithPatrols, hours);
  }

  /** Events per hour, drawn towards the rate of all; only cells with presence have one. */
  private static double[] shrunk(int[] events, double[] hours) {
    int[] visited = IntStream.range(0, hours.length).filter(i -> hours[i] > 0).toArray();
    double[] rates =
        EmpiricalBayes.global(
            IntStream.of(visited).mapToDouble(i -> events[i]).toArray(),
            IntStream.of(visited).mapToDouble(i -> hours[i]).toArray());
    double[] result = new double[hours.length];
    for (int v = 0; v < visited.length; v++) {
      result[visited[v]] = rates[v];
    }
    return result;
  }

  private boolean whilePatrolsAreKnown(Events.Event event) {
    return event
        .time()
        .map(TimeSpan::start)
        .map(start -> start.toEpochMilli() / 1e3 >= window.start())
        .orElse(false);
  }

  int size() {
    return cells.size();
  }

  boolean never(int cell) {
    return Double.isNaN(presence.last(cell));
  }

  int neverSeen() {
    return (int) cellsOf(LastPresence.NEVER).count();
  }

  /** Share of all cells' places seen in the last thirty days. */
  double seen30Days() {
    return IntStream.range(0, cells.size())
        .mapToDouble(i -> presence.seenSince(i, window.daysAgo(30)))
        .average()
        .orElse(0);
  }

  /** Cells never seen that had an event in the window. */
  int neverSeenWithEvents() {
    return (int) cellsOf(LastPresence.NEVER).filter(i -> events[i] > 0).count();
  }

  private IntStream cellsOf(LastPresence last) {
    return IntStream.range(0, cells.size()).filter(i -> LastPresence.of(days(i)) == last);
  }

  private double days(int i) {
    double last = presence.last(i);
    return Double.isNaN(last) ? Double.NaN : window.daysSince(last);
  }

  /** Cells by class. */
  Map<String, Object> counts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (LastPresence last : LastPresence.values()) {
      counts.put(last.name(), cellsOf(last).count());
    }
    return counts;
  }

  /**
   * Longest unseen first, of these the ones with most events.
   *
   * @param stability share of draws in which a cell has an event
   */
  List<AnalysisResult.Finding> findings(
      Classification classification, Optional<double[]> stability) {
    return IntStream.range(0, cells.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> LastPresence.of(days(i)))
                .reversed()
                .thenComparing(i -> -events[i]))
        .map(i -> finding(i, classification, stability))
        .toList();
  }

  private AnalysisResult.Finding finding(
      int i, Classification classification, Optional<double[]> stability) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("kind", "cell");
    properties.put("lastPresence", LastPresence.of(days(i)).name());
    if (!Double.isNaN(days(i))) {
      properties.put("lastSeen", Window.instant(presence.last(i)));
      properties.put("daysSince", days(i));
    }
    properties.put("seen30Days", presence.seenSince(i, window.daysAgo(30)));
    properties.put("events", events[i]);
    stability
        .filter(share -> events[i] > 0)
        .ifPresent(share -> properties.put("stability", share[i]));
    properties.put("presenceHours", hours[i]);
    if (hours[i] > 0) {
      properties.put("eventsPerHour", eventsWithPatrols[i] / hours[i]);
      properties.put("shrunkEventsPerHour", rates[i]);
    }
    properties.put("areaKm2", cells.lattice().areaKm2());
    properties.put("classification", classification.name());
    return new AnalysisResult.Finding(cells.lattice().polygon(cells.cell(i)), properties);
  }
}
