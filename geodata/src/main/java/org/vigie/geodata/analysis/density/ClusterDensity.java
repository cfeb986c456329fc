package org.vigie.geodata.analysis.density;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.model.BadInputException;

/**
 * Clusters by density and the areas they cover, by one of four methods with geodesic distances:
 * {@link Dbscan}, {@link StDbscan}, {@link Hdbscan}, {@link Optics}. Some 50 ms for 20 000 events
 * by DBSCAN, a second by HDBSCAN, and as much again for each draw.
 */
public final class ClusterDensity implements Analysis {

  private static final Map<String, String> HULLS = new TreeMap<>();

  static {
    HULLS.put("concave", "Concave: follows the places");
    HULLS.put("convex", "Convex: a rubber band around the places");
    HULLS.put("buffer", "Circles of half the distance around the places, joined");
  }

  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.word(
              "method",
              "Method",
              "DBSCAN for one density everywhere; ST-DBSCAN when events must also be near in time;"
                  + " HDBSCAN when towns and countryside differ in density; OPTICS to see the"
                  + " density from event to event.",
              Method.DBSCAN.word(),
              Method.titles()),
          Parameter.chosen(
              "epsM",
              "Distance",
              "Events at most this far apart are neighbours. Larger joins clusters, smaller splits"
                  + " them. Left open, the knee of the distance curve is taken, and shown. HDBSCAN"
                  + " does without.",
              "m",
              25,
              500_000),
          Parameter.integer(
              "minPts",
              "Least events",
              "Events that must lie within the distance of one of them, itself counted, for a"
                  + " cluster to form.",
              5,
              2,
              1_000),
          Parameter.number(
              "epsDays",
              "Days",
              "ST-DBSCAN: neighbours are at most this many days apart.",
              "d",
              14,
              0.1,
              3_650),
          Parameter.integer(
              "minClusterSize",
              "Smallest cluster",
              "HDBSCAN and valleys of OPTICS: groups of fewer events are no cluster.",
              10,
              2,
              10_000),
          Parameter.number(
              "xi",
              "Steepness",
              "OPTICS: share by which the plot must fall and rise at the sides of a valley. 0 cuts"
                  + " the plot at the distance instead.",
              "1",
              0.05,
              0,
              0.9),
          Parameter.chosen(
              "toleranceM",
              "Known to",
              "HDBSCAN: shorter distances say nothing about density. Left open, the median stated"
                  + " uncertainty of the events.",
              "m",
              0.001,
              100_000),
          Parameter.flag(
              "allowSingleCluster",
              "Allow one cluster",
              "HDBSCAN: all events together may be the only cluster.",
              false),
          // Places known to some kilometres deserve no sharper edge: circles by default.
          Parameter.word("hull", "Shape", "How the area of a cluster is drawn.", "buffer", HULLS),
          Parameter.number(
              "ratio",
              "Closeness",
              "How closely a concave shape follows the places: 0 as closely as possible, 1 convex.",
              "1",
              0.3,
              0,
              1),
          Parameter.integer(
              "draws",
              "Draws",
              "How often every event is moved within its stated uncertainty and the clusters are"
                  + " found again, to see which of them stay. 0 leaves it out.",
              99,
              0,
              999),
          Seed.PARAMETER,
          PlacedEvents.INCLUDE_COARSE);

  @Override
  public String id() {
    return "cluster-density";
  }

  @Override
  public String title() {
    return "Clusters by density";
  }

  @Override
  public String description() {
    return "Where events concentrate: DBSCAN, ST-DBSCAN, HDBSCAN or OPTICS with geodesic distances"
        + " on WGS 84. A cluster joins events that each have enough others near; what is left over"
        + " is noise. The clusters describe the selected events; they are not tested for"
        + " significance, but for how well they stand when events are moved within their"
        + " uncertainty and when the distance is halved or doubled.";
  }

  @Override
  public String version() {
    return "2.0";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  @Override
  public AnalysisResult run(Subject subject, Parameters.Values values, Progress progress)
      throws BadInputException {
    PlacedEvents placed = PlacedEvents.of(subject.events(), values);
    Method method = Method.of(values.word("method"));
    List<Events.Event> used =
        method.needsDays()
            ? placed.used().stream().filter(e -> EventDays.day(e).isPresent()).toList()
            : placed.used();
    return new ClusterRun(subject.events(), placed, used, method, values, progress)
        .result(version());
  }
}
