package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
 * Clusters by density and the areas they cover: {@link Dbscan} with the geodesic distance. Some 50
 * ms for 20 000 events.
 */
public final class ClusterDensity implements Analysis {

  private static final int CURVE_VALUES = 200;

  private static final Map<String, String> HULLS = new TreeMap<>();

  static {
    HULLS.put("concave", "Concave: follows the places");
    HULLS.put("convex", "Convex: a rubber band around the places");
    HULLS.put("buffer", "Circles of half the distance around the places, joined");
  }

  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.number(
              "epsM",
              "Distance",
              "Events at most this far apart are neighbours. Larger joins clusters, smaller splits"
                  + " them; compare with the suggested value.",
              "m",
              5_000,
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
    return "Where events concentrate: DBSCAN with geodesic distances on WGS 84. A cluster joins"
        + " events that each have enough others within the distance; what is left over is noise."
        + " The clusters describe the selected events; they are not tested for significance.";
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
  public AnalysisResult run(Subject subject, Parameters.Values values, Progress progress) {
    Events events = subject.events();
    PlacedEvents placed = PlacedEvents.of(events, values);
    List<Events.Event> used = placed.used();
    Space space =
        new GeodesicSpace(
            used.stream().mapToDouble(Events.Event::lon).toArray(),
            used.stream().mapToDouble(Events.Event::lat).toArray());
    Clustering clustering = Dbscan.run(space, values.number("epsM"), values.integer("minPts"));
    List<Cluster> clusters = clusters(used, clustering, values);
    List<AnalysisResult.Finding> areas = new ArrayList<>();
    for (Cluster cluster : clusters) {
      areas.add(cluster.finding(areas.size() + 1, used.size(), events.classification()));
    }
    Map<String, Object> figures = figures(space, clustering, values.integer("minPts"));
    figures.put("scaleError", clusters.stream().mapToDouble(Cluster::scaleError).max().orElse(0));
    return AnalysisResult.of(
        areas,
        Legend.OF_COUNTS,
        Diagnostics.of(
                events,
                values,
                "DBSCAN " + version() + ", WGS 84 geodesic; areas drawn azimuthal equidistant")
            .dropped(placed.dropped())
            .figures(figures)
            .caveats(new Caveats(events, used, clustering, values).list())
            .build(used.size()));
  }

  /** Largest first, at equal size the one with the lowest event. */
  private static List<Cluster> clusters(
      List<Events.Event> used, Clustering clustering, Parameters.Values values) {
    List<List<Integer>> members =
        IntStream.range(0, clustering.clusters())
            .<List<Integer>>mapToObj(i -> new ArrayList<>())
            .toList();
    for (int i = 0; i < used.size(); i++) {
      if (clustering.label()[i] > 0) {
        members.get(clustering.label()[i] - 1).add(i);
      }
    }
    // Hulls cost far more than the clusters themselves, and each stands alone.
    return members.stream()
        .sorted(Comparator.comparing((List<Integer> m) -> -m.size()))
        .toList()
        .parallelStream()
        .map(m -> new Cluster(used, clustering, m, values))
        .toList();
  }

  private static Map<String, Object> figures(Space space, Clustering clustering, int minPts) {
    DistanceCurve curve = DistanceCurve.of(space, minPts);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("clusters", clustering.clusters());
    figures.put("noise", clustering.noise());
    if (!Double.isNaN(curve.knee())) {
      figures.put("suggestedEpsM", curve.knee());
    }
    figures.put("kDistance", curve.quantiles(CURVE_VALUES));
    figures.put("kDistancePoints", curve.points());
    return figures;
  }
}
