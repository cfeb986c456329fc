package org.vigie.geodata.analysis.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Legend;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;

/**
 * Events counted in hexagons of equal size, laid on an azimuthal equal-area plane. Every event
 * counts in exactly one hexagon. Cost: linear in the events.
 */
public final class HexagonCounts implements Analysis {

  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.number(
              "sideM",
              "Side",
              "Length of a side of the hexagons. Try half and double: what stays is not made by the"
                  + " grid.",
              "m",
              10_000,
              250,
              500_000),
          Parameter.integer(
              "least", "Least events", "Hexagons with fewer events are left out.", 3, 1, 1_000),
          PlacedEvents.INCLUDE_COARSE);

  @Override
  public String id() {
    return "hexagon-counts";
  }

  @Override
  public String title() {
    return "Counts in hexagons";
  }

  @Override
  public String description() {
    return "Where events concentrate: the events counted in hexagons of equal size. The cells"
        + " describe the selected events; they are not tested for significance.";
  }

  @Override
  public String version() {
    return "1.1";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  @Override
  public AnalysisResult run(Subject subject, Parameters.Values values, Progress progress) {
    Events events = subject.events();
    PlacedEvents placed = PlacedEvents.of(events, values);
    List<Events.Event> used = placed.used();
    List<String> caveats = new ArrayList<>();
    List<AnalysisResult.Finding> areas = new ArrayList<>();
    Map<String, Object> figures = new LinkedHashMap<>();
    long below = 0;
    if (used.isEmpty()) {
      caveats.add("No event of the selection has a place that can be used: there is no result.");
    } else {
      Cells cells = new Cells(used, values.number("sideM"));
      caveats.addAll(cells.caveats(values.number("sideM")));
      for (Cell cell : cells.list()) {
        if (cell.members().size() < values.integer("least")) {
          below += cell.members().size();
        } else {
          areas.add(cell.finding(areas.size() + 1, used.size(), events));
        }
      }
      figures.put("scaleError", cells.scaleError());
    }
    figures.put("clusters", areas.size());
    figures.put("noise", below);
    return AnalysisResult.of(
        areas,
        Legend.OF_COUNTS,
        Diagnostics.of(
                events, values, "Hexagon counts " + version() + ", azimuthal equal-area plane")
            .dropped(placed.dropped())
            .figures(figures)
            .caveats(caveats)
            .build(used.size()));
  }
}
