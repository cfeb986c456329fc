package org.vigie.geodata.analysis.surface;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Displacement;
import org.vigie.geodata.analysis.EventFigures;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Grid;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Figure;
import org.vigie.geodata.model.Message;

/**
 * Kernel density of events on the ellipsoid with volume contours. Cost: the pairs of a place and a
 * cell within reach, at most some seconds; above that events are put into cells first. The draws of
 * the stability cost some 10 ms each.
 */
public final class DensitySurface implements Analysis {

  private static final double AUTOMATIC_CELLS = 120_000;
  private static final double MOST_CELLS = 250_000;
  private static final double CELLS_PER_BANDWIDTH = 4;

  private static final Map<String, String> KERNELS = new LinkedHashMap<>();
  private static final Map<String, String> EDGES = new LinkedHashMap<>();
  private static final Map<String, String> RULES = new LinkedHashMap<>();

  static {
    KERNELS.put("gaussian", "Gaussian: without an end");
    KERNELS.put("quartic", "Quartic: ends at 2.83 times the bandwidth");
    EDGES.put("auto", "Diggle when the selection has an area, else none");
    EDGES.put("none", "None: too low near the edge");
    EDGES.put("uniform", "Uniform: divided by the share of the kernel inside");
    EDGES.put("diggle", "Diggle: each event weighted, no mass is lost");
    for (BandwidthRule rule : BandwidthRule.values()) {
      RULES.put(rule.word(), rule.title());
    }
  }

  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.word(
              "kernel",
              "Kernel",
              "Shape an event is spread out in. Both smooth alike at one bandwidth.",
              "gaussian",
              KERNELS),
          Parameter.chosen(
              "bandwidthM",
              "Bandwidth",
              "Standard deviation along an axis that an event is spread by. Larger shows regions,"
                  + " smaller shows places. Left open, the rule chooses it.",
              "m",
              10,
              2_000_000),
          Parameter.word(
              "rule",
              "Rule",
              "How the bandwidth is chosen when none is given; never below the median uncertainty"
                  + " of the places.",
              "lcv",
              RULES),
          Parameter.word(
              "edge",
              "Edge",
              "What is done about kernels that reach out of the study area, where no event was"
                  + " looked for.",
              "auto",
              EDGES),
          Parameter.chosen(
              "cellM",
              "Cell",
              "Side of a cell of the surface. Left open, a quarter of the bandwidth.",
              "m",
              5,
              500_000),
          Parameter.integer(
              "draws",
              "Draws",
              "How often all events are moved within their stated uncertainty to see what stays."
                  + " 0 leaves it out.",
              99,
              0,
              999),
          Seed.PARAMETER,
          PlacedEvents.INCLUDE_COARSE);

  @Override
  public String id() {
    return "density-surface";
  }

  @Override
  public String title() {
    return "Density surface";
  }

  @Override
  public String description() {
    return "How many events there are per square kilometre: each is spread by a kernel of the"
        + " geodesic distance on WGS 84. The contours hold 50, 75 and 95 % of the mass where it is"
        + " densest. The surface describes the selected events; it is not tested for significance.";
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
    PlacedEvents placed = PlacedEvents.of(subject.events(), values);
    List<Events.Event> used = placed.used();
    if (used.isEmpty()) {
      throw new BadInputException(
          Fault.of(
              "inputs",
              "no event of the selection has a place that can be used",
              "Select a larger area, a longer time or fewer conditions"));
    }
    progress.at(0, "Choosing the bandwidth");
    Sources sources = Sources.of(used);
    StudyWindow window = StudyWindow.of(subject.area(), sources);
    Coordinate centre = new EventFigures(used).centre();
    Diagnostics.Builder diagnostics =
        Diagnostics.of(
                subject.events(), values, "Kernel density " + version() + ", WGS 84 geodesic")
            .dropped(placed.dropped());
    double floor = ChosenBandwidth.floor(used);
    double h = bandwidth(values, sources, centre, window, floor, diagnostics);
    SmoothingKernel kernel = SmoothingKernel.of(values.word("kernel"));
    EdgeCorrection edge = edge(values, window, diagnostics);
    Envelope box = window.box(kernel.shown(h));
    boolean bounded = window.given() || edge != EdgeCorrection.NONE;
    var plan = new CorrectedSurface.Plan(sources, window, box, kernel, edge, bounded);
    double cell = cell(values, box, h, diagnostics);
    CorrectedSurface surface = plan.draw(h, cell, progress.part(0.05, 0.3));
    SurfacePeriod period = SurfacePeriod.of(subject, used);

    VolumeContours contours = new VolumeContours(surface, window, used, period);
    SurfaceChecks checks = new SurfaceChecks(plan, contours, h, cell);
    diagnostics.figures(checks.figures(MOST_CELLS, progress.part(0.3, 0.6)));
    Displacement displacement = new Displacement(used, Seed.of(values));
    int draws = displacement.uncertain() == 0 ? 0 : values.integer("draws");
    DisplacedSurfaces displaced =
        draws == 0 ? null : DisplacedSurfaces.of(used, displacement, centre, plan, h);
    if (displaced != null) {
      contours.stability(
          displaced.stability(
              surface.cells(), VolumeContours.SHARES, draws, progress.part(0.6, 1)));
    }
    progress.at(1, "Done");
    List<Grid> grids = new ArrayList<>(contours.grids());
    diagnostics
        .figures(contours.figures())
        .figure("window", window.words())
        .figure("medianUncertaintyM", floor)
        .caveats(
            new SurfaceCaveats(subject.events(), used, sources.size(), h, floor)
                .list(surface, window, edge, displaced != null, values.integer("draws")));
    return new AnalysisResult(
        contours.findings(subject.events().classification()),
        grids,
        List.of(),
        Optional.of(VolumeContours.LEGEND),
        diagnostics.build(used.size()));
  }

  private static double bandwidth(
      Parameters.Values values,
      Sources sources,
      Coordinate centre,
      StudyWindow window,
      double floor,
      Diagnostics.Builder diagnostics)
      throws BadInputException {
    OptionalDouble given = values.find("bandwidthM");
    if (given.isPresent()) {
      return given.getAsDouble();
    }
    BandwidthRule rule = BandwidthRule.of(values.word("rule"));
    ChosenBandwidth chosen =
        ChosenBandwidth.of(
            rule, sources, centre, window.areaSquareMetres(), floor, Seed.of(values));
    // The least that the automatic cells can show over so large an area, with some margin.
    double least = Math.sqrt(areaOfBox(window.box(0)) / AUTOMATIC_CELLS) * 1.2;
    if (chosen.metres() < least) {
      diagnostics.chosen(
          "bandwidthM",
          least,
          chosen.why() + "; raised to what cells over so large an area can show");
      return least;
    }
    diagnostics.chosen("bandwidthM", chosen.metres(), chosen.why());
    return chosen.metres();
  }

  private static double areaOfBox(Envelope box) {
    return DegreeCells.count(box, 1_000) * 1e6;
  }

  private static EdgeCorrection edge(
      Parameters.Values values, StudyWindow window, Diagnostics.Builder diagnostics) {
    if (!values.word("edge").equals("auto")) {
      return EdgeCorrection.valueOf(values.word("edge").toUpperCase(Locale.ROOT));
    }
    EdgeCorrection edge = window.given() ? EdgeCorrection.DIGGLE : EdgeCorrection.NONE;
    diagnostics.chosen(
        "edge",
        edge.word(),
        window.given()
            ? "the selection has an area, outside of which no event was looked for"
            : "the selection has no area, so that no edge is known");
    return edge;
  }

  private static double cell(
      Parameters.Values values, Envelope box, double h, Diagnostics.Builder diagnostics)
      throws BadInputException {
    OptionalDouble given = values.find("cellM");
    double cell = given.orElse(h / CELLS_PER_BANDWIDTH);
    double count = DegreeCells.count(box, cell);
    double most = given.isPresent() ? MOST_CELLS : AUTOMATIC_CELLS;
    double possible = cell * Math.sqrt(count / most) * 1.02;
    if (given.isPresent() && count > most) {
      throw new BadInputException(
          Fault.of(
              "cellM",
              Message.of("{side} m makes {count} cells", Figure.whole(cell), Figure.whole(count)),
              Message.of(
                  "Give at least {side} m, which makes {most}, or a smaller area",
                  Figure.whole(Math.ceil(possible)),
                  Figure.whole(most))));
    }
    if (given.isEmpty()) {
      cell = Math.max(cell, count > most ? possible : 0);
      diagnostics.chosen(
          "cellM",
          cell,
          count > most
              ? "the area takes larger cells than a quarter of the bandwidth"
              : "a quarter of the bandwidth");
    }
    if (cell > h) {
      throw new BadInputException(
          Fault.of(
              given.isPresent() ? "cellM" : "bandwidthM",
              Message.of(
                  "cells of {side} m are too wide for a bandwidth of {bandwidth} m over this area",
                  Figure.whole(cell),
                  Figure.whole(h)),
              Message.of(
                  "Select a smaller area, or give a bandwidth of at least {bandwidth} m",
                  Figure.whole(Math.ceil(cell)))));
    }
    return cell;
  }
}
