package org.vigie.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Several contestants measured on the same cells, one after the other. */
final class Heat {

  /** What one contestant did; nothing where it has no answer. */
  record Column(String name, List<Optional<LoadClient.Pace>> paces) {}

  private final List<Cell> cells;
  private final double seconds;
  private final List<Column> columns = new ArrayList<>();

  /**
   * @param seconds to warm up for a cell, and again to measure it
   */
  Heat(List<Cell> cells, double seconds) {
    this.cells = cells;
    this.seconds = seconds;
  }

  Column measure(Contestant contestant) throws Exception {
    List<Optional<LoadClient.Pace>> paces = new ArrayList<>();
    for (Cell cell : cells) {
      Optional<List<String>> paths = contestant.paths(cell);
      paces.add(paths.isPresent() ? pace(contestant, cell, paths.get()) : Optional.empty());
    }
    Column column = new Column(contestant.name(), paces);
    columns.add(column);
    return column;
  }

  /** Nothing when the server gives up, which is said. */
  private Optional<LoadClient.Pace> pace(Contestant contestant, Cell cell, List<String> paths)
      throws Exception {
    int warm = paths.size() / 3;
    LoadClient.Pace pace;
    try {
      contestant.client().run(paths.subList(0, warm), seconds);
      pace = contestant.client().run(paths.subList(warm, paths.size()), seconds);
    } catch (ExecutionException failed) {
      System.out.println(contestant.name() + ", " + cell.what() + ": " + failed.getCause());
      return Optional.empty();
    }
    System.out.printf(
        Locale.ROOT,
        "%s, %s: %.1f a second, p50 %.2f ms, p95 %.2f ms, %,d bytes%n",
        contestant.name(),
        cell.what(),
        pace.perSecond(),
        pace.p50(),
        pace.p95(),
        pace.bytes());
    return Optional.of(pace);
  }

  /** Requests a second of all, and how many times the best of the peers ours are. */
  void print(List<String> peers) {
    List<String> names = columns.stream().map(Column::name).toList();
    System.out.println("\n| requests a second | " + String.join(" | ", names) + " |");
    System.out.println("|---".repeat(names.size() + 1) + "|");
    for (int row = 0; row < cells.size(); row++) {
      int each = row;
      double best =
          columns.stream()
              .filter(column -> peers.contains(column.name()))
              .flatMap(column -> column.paces().get(each).stream())
              .mapToDouble(LoadClient.Pace::perSecond)
              .max()
              .orElse(Double.NaN);
      StringBuilder line = new StringBuilder("| " + cells.get(row).what());
      for (Column column : columns) {
        line.append(" | ")
            .append(column.paces().get(row).map(pace -> told(pace, best)).orElse("–"));
      }
      System.out.println(line + " |");
    }
  }

  private static String told(LoadClient.Pace pace, double best) {
    double ratio = pace.perSecond() / best;
    return ratio == 1
        ? String.format(Locale.ROOT, "%.1f", pace.perSecond())
        : String.format(Locale.ROOT, "%.1f (×%.2g)", pace.perSecond(), ratio);
  }
}
