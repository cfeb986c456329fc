package org.vigie.server.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.server.BenchmarkServer;
import org.vigie.server.VigieProcess;

/**
 * How cost grows with the number of events, and a plot of it. Each size has the events of the one
 * before and more. {@code docs/benchmarks.md} says how to run it.
 */
class ScaleBenchmark {

  private static final int MOST = Integer.getInteger("vigie.bench.events", 1_000_000);
  private static final double SECONDS =
      Double.parseDouble(System.getProperty("vigie.bench.seconds", "3"));
  private static final int QUESTIONS = 50_000;
  private static final Path PLOT = Path.of("..", "docs", "cost-by-events.svg");

  @Test
  void costGrows() throws Exception {
    CostPlot plot = new CostPlot();
    // Of a former run there would be all of them at the least number already.
    BenchmarkData.forget("scale");
    for (int events : new int[] {100_000, 300_000, 1_000_000, 3_000_000, 10_000_000}) {
      if (events <= MOST) {
        measure(events, plot);
      }
    }
    Files.writeString(PLOT, plot.svg());
    System.out.println("Plotted in " + PLOT);
  }

  private static void measure(int events, CostPlot plot) throws Exception {
    try (BenchmarkData data = BenchmarkData.of("scale", events);
        Connection connection = data.connect()) {
      System.out.printf("%n%,d events%n", events);
      Questions questions = new Questions(connection);
      List<Cell> cells =
          List.of(
              Cell.ofTiles("1 year, z5", questions.tiles(5, 365, false, QUESTIONS)),
              Cell.ofTiles("90 days, 3 kinds, z5", questions.tiles(5, 90, true, QUESTIONS)));
      Heat heat = new Heat(cells, SECONDS);
      try (Contestant postgis = Contestant.postgis(data)) {
        add(heat.measure(postgis), cells, events, plot);
      }
      VigieProcess process =
          VigieProcess.start(4096, BenchmarkServer.class, data.folder().toString(), "index")
              .awaitReady();
      try (Contestant vigie = Contestant.vigie("index", process)) {
        String built = process.nextLine();
        System.out.println("The index was built in " + built + " ms");
        plot.add("index built", events, Double.parseDouble(built));
        add(heat.measure(vigie), cells, events, plot);
        add(heat.measure(Contestant.eventTiles("event tile", process)), cells, events, plot);
      }
      heat.print(List.of("PostGIS"));
    }
  }

  private static void add(Heat.Column column, List<Cell> cells, int events, CostPlot plot) {
    for (int row = 0; row < cells.size(); row++) {
      Optional<LoadClient.Pace> pace = column.paces().get(row);
      if (pace.isPresent()) {
        plot.add(column.name() + ": " + cells.get(row).what(), events, pace.get().p50());
      }
    }
  }
}
