package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Displacement;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Legend;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.Table;

/** One run of {@link ClusterDensity}: finds, checks and describes the clusters of a selection. */
final class ClusterRun {

  private static final int CURVE_VALUES = 200;

  private final Events events;
  private final PlacedEvents placed;
  private final List<Events.Event> used;
  private final Method method;
  private final Parameters.Values values;
  private final Progress progress;
  private final Space space;
  private final double[] days;
  private final DistanceCurve curve;
  private final ChosenDistances distances;
  private final Method.Choice choice;

  ClusterRun(
      Events events,
      PlacedEvents placed,
      List<Events.Event> used,
      Method method,
      Parameters.Values values,
      Progress progress) {
    this.events = events;
    this.placed = placed;
    this.used = used;
    this.method = method;
    this.values = values;
    this.progress = progress;
    progress.at(0, "looking at distances");
    space =
        new GeodesicSpace(
            used.stream().mapToDouble(Events.Event::lon).toArray(),
            used.stream().mapToDouble(Events.Event::lat).toArray());
    days =
        method.needsDays()
            ? used.stream().mapToDouble(e -> EventDays.day(e).orElseThrow()).toArray()
            : new double[0];
    curve = DistanceCurve.of(space, values.integer("minPts"));
    distances = new ChosenDistances(values, curve, used);
    choice =
        new Method.Choice(
            distances.eps(),
            values.number("epsDays"),
            values.integer("minPts"),
            values.integer("minClusterSize"),
            distances.tolerance(),
            values.flag("allowSingleCluster"),
            values.number("xi"));
  }

  AnalysisResult result(String version) {
    Found found = method.find(space, days, choice, progress.part(0.02, 0.1));
    Optional<Redraws> redraws = redraws(found.clustering(), progress.part(0.2, 0.95));
    Map<String, Object> figures = figures(found.clustering());
    figures.put(
        "scaleCheck",
        ScaleCheck.of(this::again, method, choice, found.clustering(), progress.part(0.1, 0.2)));
    progress.at(0.95, "drawing areas");
    List<Cluster> clusters = clusters(found);
    List<AnalysisResult.Finding> areas = new ArrayList<>();
    long months = EventDays.span(used);
    for (Cluster cluster : clusters) {
      areas.add(
          cluster.finding(areas.size() + 1, used.size(), months, redraws, events.classification()));
    }
    figures.put("scaleError", clusters.stream().mapToDouble(Cluster::scaleError).max().orElse(0));
    PointTable points = new PointTable(used, found, clusters, redraws);
    figures.put("pointsShown", points.shown());
    List<Table> tables = new ArrayList<>(List.of(points.table(), curve.table(CURVE_VALUES)));
    tables.addAll(found.tables());
    Diagnostics.Builder diagnostics =
        Diagnostics.of(
                events,
                values,
                method.name()
                    + " "
                    + version
                    + ", WGS 84 geodesic; areas drawn azimuthal equidistant")
            .dropped(placed.dropped())
            .dropped("the time is not known", placed.used().size() - used.size())
            .figures(figures)
            .caveats(new Caveats(events, used, found, choice, method, redraws).list());
    distances.tell(diagnostics, method);
    return new AnalysisResult(
        areas, List.of(), tables, Optional.of(Legend.OF_COUNTS), diagnostics.build(used.size()));
  }

  private Clustering again(Method.Choice other, Progress unheard) {
    return method.find(space, days, other, unheard).clustering();
  }

  private Optional<Redraws> redraws(Clustering found, Progress part) {
    Displacement displacement = new Displacement(used, Seed.of(values));
    int draws = values.integer("draws");
    if (draws == 0 || displacement.uncertain() == 0 || found.clusters() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Redraws(
            displacement,
            found,
            draws,
            (moved, within) -> method.find(moved, days, choice, within).clustering(),
            part));
  }

  /** Largest first, at equal size the one with the lowest event. */
  private List<Cluster> clusters(Found found) {
    List<List<Integer>> members =
        IntStream.range(0, found.clustering().clusters())
            .<List<Integer>>mapToObj(i -> new ArrayList<>())
            .toList();
    for (int i = 0; i < used.size(); i++) {
      if (found.clustering().label()[i] > 0) {
        members.get(found.clustering().label()[i] - 1).add(i);
      }
    }
    // Hulls cost far more than the clusters themselves, and each stands alone.
    return IntStream.rangeClosed(1, members.size())
        .boxed()
        .sorted(Comparator.comparing((Integer label) -> -members.get(label - 1).size()))
        .toList()
        .parallelStream()
        .map(label -> new Cluster(used, found, label, members.get(label - 1), method, values))
        .toList();
  }

  private Map<String, Object> figures(Clustering clustering) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("clusters", clustering.clusters());
    figures.put("noise", clustering.noise());
    if (!Double.isNaN(curve.knee())) {
      figures.put("suggestedEpsM", curve.knee());
    }
    figures.put("kDistance", Arrays.stream(curve.quantiles(CURVE_VALUES)).boxed().toList());
    figures.put("kDistancePoints", curve.points());
    return figures;
  }
}
