package org.vigie.server.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.server.BenchmarkServer;
import org.vigie.server.VigieProcess;

/**
 * Tiles and pages over HTTP: what PostGIS makes by itself, MapServer, and ours without the index
 * and with it, one after the other on the same incidents in one run. {@code docs/benchmarks.md}
 * says how to run it.
 */
class TilesBenchmark {

  private static final int EVENTS = Integer.getInteger("vigie.bench.events", 1_000_000);
  private static final double SECONDS =
      Double.parseDouble(System.getProperty("vigie.bench.seconds", "3"));
  private static final int QUESTIONS = 100_000;

  @Test
  void tiles() throws Exception {
    try (BenchmarkData data = BenchmarkData.of("tiles-" + EVENTS, EVENTS);
        Connection connection = data.connect()) {
      System.out.printf("%n%,d events%n", EVENTS);
      List<Cell> cells = cells(new Questions(connection));
      TileCheck same = new TileCheck(connection);
      Heat heat = new Heat(cells, SECONDS);
      try (Contestant postgis = Contestant.postgis(data)) {
        same.check(postgis, cells);
        heat.measure(postgis);
      }
      Optional<MapServer> installed = MapServer.start(data);
      if (installed.isPresent()) {
        try (Contestant mapServer = Contestant.mapServer(installed.get())) {
          same.check(mapServer, cells);
          heat.measure(mapServer);
        }
      } else {
        System.out.println("MapServer is not here: apt-get install cgi-mapserver lighttpd");
      }
      for (String mode : List.of("SQL", "index")) {
        VigieProcess process =
            VigieProcess.start(4096, BenchmarkServer.class, data.folder().toString(), mode)
                .awaitReady();
        try (Contestant vigie = Contestant.vigie("Vigie, " + mode, process)) {
          same.check(vigie, cells);
          heat.measure(vigie);
          heat.measure(Contestant.eventTiles("event tiles, " + mode, process));
        }
      }
      heat.print(List.of("PostGIS", "MapServer"));
    }
  }

  private static List<Cell> cells(Questions questions) {
    List<Cell> cells = new ArrayList<>();
    for (int zoom : new int[] {5, 8, 11}) {
      String what = "90 days, 3 kinds, z" + zoom;
      cells.add(Cell.ofTiles(what, questions.tiles(zoom, 90, true, QUESTIONS)));
    }
    for (int zoom : new int[] {5, 8, 11}) {
      String what = "1 year, all kinds, z" + zoom;
      cells.add(Cell.ofTiles(what, questions.tiles(zoom, 365, false, QUESTIONS)));
    }
    for (int limit : new int[] {1_000, 10_000}) {
      String what = "GeoJSON of 1 year, " + limit;
      cells.add(new Cell(what, questions.tiles(0, 365, false, QUESTIONS), limit));
    }
    return cells;
  }
}
