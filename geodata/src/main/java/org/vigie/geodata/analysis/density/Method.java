package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Table;

/** The ways to find clusters, with what each needs. */
enum Method {
  /** Clusters of one density. */
  DBSCAN("DBSCAN: one distance everywhere") {
    @Override
    Found find(Space space, double[] days, Choice choice, Progress progress) {
      return Found.of(Dbscan.run(space, choice.eps(), choice.minPts()), choice.eps());
    }
  },

  /** Clusters of one density in space and time. */
  STDBSCAN("ST-DBSCAN: near in place and in time") {
    @Override
    Found find(Space space, double[] days, Choice choice, Progress progress) {
      return Found.of(
          StDbscan.run(space, days, choice.eps(), choice.epsDays(), choice.minPts(), progress),
          choice.eps());
    }
  },

  /** Clusters of any density, the most lasting ones. */
  HDBSCAN("HDBSCAN: towns and countryside each at their own density") {
    @Override
    Found find(Space space, double[] days, Choice choice, Progress progress) {
      Hdbscan.Result result =
          Hdbscan.run(
              space,
              new Hdbscan.Options(
                  choice.minPts(),
                  choice.minClusterSize(),
                  choice.toleranceM(),
                  choice.allowSingle()),
              progress);
      return new Found(result.clustering(), result.reachM(), Optional.of(result), List.of());
    }
  },

  /** Valleys of the reachability plot. */
  OPTICS("OPTICS: valleys of the reachability plot") {
    @Override
    Found find(Space space, double[] days, Choice choice, Progress progress) {
      Reachability plot = Optics.run(space, choice.eps(), choice.minPts(), progress);
      Clustering clustering =
          choice.xi() == 0
              ? plot.cut(choice.eps())
              : plot.innermost(
                  XiValleys.of(plot, choice.xi(), choice.minPts(), choice.minClusterSize()));
      double[] reach =
          choice.xi() == 0 ? Found.of(clustering, choice.eps()).reachM() : plot.widest(clustering);
      return new Found(clustering, reach, Optional.empty(), List.of(table(plot, clustering)));
    }
  };

  private static final int PLOT_ROWS = 4_000;

  private final String title;

  Method(String title) {
    this.title = title;
  }

  /**
   * What a run was told, or chose.
   *
   * @param eps in metres; without meaning for HDBSCAN
   * @param toleranceM below which HDBSCAN takes places for the same
   */
  record Choice(
      double eps,
      double epsDays,
      int minPts,
      int minClusterSize,
      double toleranceM,
      boolean allowSingle,
      double xi) {

    Choice withEps(double metres) {
      return new Choice(metres, epsDays, minPts, minClusterSize, toleranceM, allowSingle, xi);
    }

    Choice withMinClusterSize(int least) {
      return new Choice(eps, epsDays, minPts, least, toleranceM, allowSingle, xi);
    }
  }

  /**
   * Finds the clusters among places.
   *
   * @param days by event; empty but for {@link #needsDays}
   */
  abstract Found find(Space space, double[] days, Choice choice, Progress progress);

  boolean needsDays() {
    return this == STDBSCAN;
  }

  /** Whether one distance decides what a cluster is. */
  boolean hasEps() {
    return this != HDBSCAN;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Method of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Title by word, for a form. */
  static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    for (Method method : values()) {
      titles.put(method.word(), method.title);
    }
    return titles;
  }

  /** The reachability plot; of a long one the highest of each stretch, so that no wall is lost. */
  private static Table table(Reachability plot, Clustering clustering) {
    int n = plot.order().length;
    int stretch = Math.max(1, (n + PLOT_ROWS - 1) / PLOT_ROWS);
    List<List<Object>> rows = new ArrayList<>();
    for (int from = 0; from < n; from += stretch) {
      int highest = from;
      for (int i = from; i < Math.min(n, from + stretch); i++) {
        highest = plot.reach()[i] > plot.reach()[highest] ? i : highest;
      }
      double reach = plot.reach()[highest];
      rows.add(
          List.of(
              highest,
              Double.isInfinite(reach) ? "" : reach,
              clustering.label()[plot.order()[highest]]));
    }
    return new Table(
        "reachability",
        "Reachability plot: valleys are clusters",
        List.of(
            new Table.Column("position", "Position in the order", ""),
            new Table.Column("reachabilityM", "Reachability", "m"),
            new Table.Column("cluster", "Cluster, 0 for none", "")),
        rows);
  }
}
