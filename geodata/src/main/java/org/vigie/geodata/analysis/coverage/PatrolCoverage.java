package org.vigie.geodata.analysis.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Companion;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.analysis.Table;
import org.vigie.geodata.analysis.grid.HexagonLattice;
import org.vigie.geodata.analysis.grid.StudyCells;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimeSpan;

/**
 * Time since the last presence of a patrol, per hexagon and per hotspot, and how hotspots were
 * visited. Cost: the positions of all tracks, made at most five kilometres apart, times the places
 * near each; some seconds for ten thousand patrols over twenty thousand hexagons, the most there
 * may be.
 */
public final class PatrolCoverage implements Analysis {

  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.number(
              "rangeM",
              "Range",
              "A place counts as seen when a patrol passes within this distance. Larger makes"
                  + " coverage look better.",
              "m",
              2_000,
              100,
              50_000),
          Parameter.number(
              "sideM",
              "Side",
              "Length of a side of the hexagons that time since presence is told for.",
              "m",
              5_000,
              250,
              500_000),
          Parameter.integer(
              "windowDays",
              "Days looked at",
              "Visits, gaps, hours of presence and events of this many last days.",
              90,
              7,
              3_660),
          Parameter.number(
              "mergeHours",
              "One visit",
              "Passes at most this long after each other are one visit.",
              "h",
              12,
              0,
              168),
          Parameter.number(
              "gapMinutes",
              "Longest gap",
              "A track is broken where nothing is known of it for longer: what lies between was not"
                  + " seen.",
              "min",
              60,
              1,
              1_440),
          Parameter.number(
              "maxSpeedKmh",
              "Highest speed",
              "Legs and patrols faster than this are no presence on the ground: wrong positions or"
                  + " aircraft.",
              "km/h",
              120,
              5,
              1_000),
          MovedEvents.DRAWS,
          PlacedEvents.INCLUDE_COARSE,
          Seed.PARAMETER);

  @Override
  public String id() {
    return "patrol-coverage";
  }

  @Override
  public String title() {
    return "Patrol coverage";
  }

  @Override
  public String description() {
    return "Where patrols have been and how long ago: time since the last presence within a range,"
        + " the share of each hotspot seen in 7, 14 and 30 days, visits against the requirement and"
        + " the gaps between them. A place that was never visited is unknown, not safe.";
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
  public List<Companion> companions() {
    return List.of(
        new Companion(
            "patrols",
            "Patrols",
            "Tracks of the patrols whose presence is measured.",
            GeometryKind.LINE,
            "patrol",
            true),
        new Companion(
            "hotspots",
            "Hotspots",
            "Areas whose visits are counted and held against their requirement.",
            GeometryKind.POLYGON,
            "hotspot",
            false));
  }

  @Override
  public AnalysisResult run(Subject subject, Parameters.Values values, Progress progress)
      throws BadInputException {
    PlacedEvents placed = PlacedEvents.of(subject.events(), values);
    Hotspots hotspots = new Hotspots(subject.companion("hotspots"), subject.now());
    Study study = new Study(subject, placed.used(), hotspots);
    EqualAreaPlane plane = study.plane();
    PatrolTracks patrols =
        new PatrolTracks(
                plane, subject.now(), values.number("gapMinutes"), values.number("maxSpeedKmh"))
            .addAll(subject.companion("patrols"));
    if (patrols.patrols() == 0) {
      throw new BadInputException(
          Fault.of(
              "patrols",
              Message.of(
                  "no patrol with a track and a time before today can be used{leftOut}",
                  leftOut(patrols)),
              "Choose a layer with tracks, or widen the dates: without any, nothing is known"));
    }
    Window window = Window.before(subject.now(), values.integer("windowDays"), patrols.first());
    List<Events.Event> inWindow = placed.used().stream().filter(e -> startsIn(window, e)).toList();
    double rangeM = values.number("rangeM");
    List<HotspotCoverage> covered =
        hotspots.coverage(
            plane,
            patrols.parts(),
            rangeM,
            values.number("mergeHours") * 3_600,
            window,
            inWindow,
            progress.part(0, 0.2));
    HexagonLattice lattice = new HexagonLattice(plane, values.number("sideM"));
    StudyCells cells = study.cells(lattice, patrols);
    CellCoverage byCell =
        new CellCoverage(cells, patrols.parts(), rangeM, window, inWindow, progress.part(0.2, 0.4));
    Optional<double[]> stability =
        MovedEvents.shares(cells, inWindow, values, progress.part(0.4, 0.5));
    Map<String, Object> checks =
        new CoverageChecks(study, patrols, cells, window, inWindow, rangeM)
            .figures(byCell, progress.part(0.5, 1));
    Classification classification = classification(subject);
    List<AnalysisResult.Finding> findings = new ArrayList<>();
    covered.forEach(h -> findings.add(h.finding(classification)));
    findings.addAll(byCell.findings(classification, stability));
    Diagnostics.Builder diagnostics =
        Diagnostics.of(
                subject.events(),
                values,
                "Time since presence " + version() + ", local equal-area plane")
            .dropped(placed.dropped())
            .dropped(
                "the event lies outside the days looked at", placed.used().size() - inWindow.size())
            .figure("patrols", patrols.patrols())
            .figure("patrolsDropped", patrols.dropped())
            .figure("tracksBrokenAtGaps", patrols.gaps())
            .figure("tracksBrokenAtSpeed", patrols.impossible())
            .figure("eventsFrom", Window.instant(window.from()).toString())
            .figure("patrolsFrom", Window.instant(window.start()).toString())
            .figure("until", Window.instant(window.end()).toString())
            .figure("hotspots", covered.size())
            .figure("hotspotsNeverSeen", covered.stream().filter(HotspotCoverage::never).count())
            .figure("cells", cells.size())
            .figure("cellsByLastPresence", byCell.counts())
            .figure("cellsNeverSeenWithEvents", byCell.neverSeenWithEvents())
            .figure("studyArea", cells.rule())
            .figures(checks)
            .figure("scaleError", EqualAreaPlane.scaleError(cells.reach()))
            .caveats(new Caveats(patrols, hotspots, covered, byCell, cells, rangeM).list());
    return new AnalysisResult(
        findings,
        List.of(),
        tables(covered, classification),
        Optional.of(LastPresence.LEGEND),
        diagnostics.build(inWindow.size()));
  }

  private static List<Table> tables(List<HotspotCoverage> covered, Classification classification) {
    return List.of(
        new Table(
            "hotspots",
            "Hotspots and their patrols",
            HotspotCoverage.COLUMNS,
            covered.stream().map(h -> h.row(classification)).toList()),
        new Table(
            "visits",
            "Visits of hotspots",
            HotspotCoverage.VISIT_COLUMNS,
            covered.stream().flatMap(h -> h.visitRows().stream()).toList()));
  }

  private static boolean startsIn(Window window, Events.Event event) {
    return event.time().map(TimeSpan::start).map(window::holds).orElse(false);
  }

  /** The highest of events, patrols and hotspots. */
  private static Classification classification(Subject subject) {
    Classification highest = subject.events().classification();
    for (List<Feature> features : subject.companions().values()) {
      for (Feature feature : features) {
        highest = highest.highest(feature.classification());
      }
    }
    return highest;
  }

  private static String leftOut(PatrolTracks patrols) {
    return patrols.dropped().entrySet().stream()
        .map(reason -> "; " + reason.getValue() + " left out: " + reason.getKey())
        .collect(Collectors.joining());
  }
}
