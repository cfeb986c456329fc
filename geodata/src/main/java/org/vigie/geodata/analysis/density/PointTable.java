package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Table;

/** The events one by one, those of the first clusters first and noise last. */
final class PointTable {

  private static final int MOST = 10_000;

  private final List<Events.Event> events;
  private final Found found;
  private final Optional<Redraws> redraws;

  /** Number in the findings by label; 0 stands for noise. */
  private final int[] number;

  private final int[] rows;

  /**
   * @param clusters in the order of the findings
   */
  PointTable(
      List<Events.Event> events, Found found, List<Cluster> clusters, Optional<Redraws> redraws) {
    this.events = events;
    this.found = found;
    this.redraws = redraws;
    number = new int[found.clustering().clusters() + 1];
    for (int i = 0; i < clusters.size(); i++) {
      number[clusters.get(i).label()] = i + 1;
    }
    rows =
        IntStream.range(0, events.size())
            .boxed()
            .sorted(Comparator.comparing(this::rank))
            .limit(MOST)
            .mapToInt(Integer::intValue)
            .toArray();
  }

  int shown() {
    return rows.length;
  }

  Table table() {
    List<List<Object>> cells = new ArrayList<>();
    for (int i : rows) {
      cells.add(row(i));
    }
    return new Table(
        "points",
        "Events and their clusters",
        List.of(
            new Table.Column("event", "Event", ""),
            new Table.Column("lon", "Longitude", "deg"),
            new Table.Column("lat", "Latitude", "deg"),
            new Table.Column("label", "Cluster, 0 for noise", ""),
            new Table.Column("core", "Enough others near", ""),
            new Table.Column("borderAmbiguous", "Between clusters", ""),
            new Table.Column("shareInJitter", "Share of draws in a cluster", "1"),
            new Table.Column("membership", "Density over the densest of its cluster", "1"),
            new Table.Column("prob", "One less core distance over the widest", "1"),
            new Table.Column("glosh", "Outlier score", "1")),
        cells);
  }

  private int rank(int event) {
    int label = number[found.clustering().label()[event]];
    return label == 0 ? Integer.MAX_VALUE : label;
  }

  private List<Object> row(int i) {
    Events.Event event = events.get(i);
    Clustering clustering = found.clustering();
    return List.of(
        event.id().value().toString(),
        event.lon(),
        event.lat(),
        number[clustering.label()[i]],
        clustering.core()[i],
        clustering.ambiguous()[i],
        redraws.<Object>map(r -> r.shareInJitterOfEvent(i)).orElse(""),
        found.hierarchy().<Object>map(h -> h.membership()[i]).orElse(""),
        found.hierarchy().<Object>map(h -> h.probability()[i]).orElse(""),
        found.hierarchy().<Object>map(h -> h.outlier()[i]).orElse(""));
  }
}
