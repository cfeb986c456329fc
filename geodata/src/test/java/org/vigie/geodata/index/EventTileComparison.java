package org.vigie.geodata.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GatheredPoints;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.geodata.tile.event.EventTile;

/** Event tiles about one town at every zoom, from memory and from the database; the bytes equal. */
final class EventTileComparison {

  private static final Access ALL = Access.everything(new Author("benchmark"));
  private static final FeatureQuery INCIDENTS =
      FeatureQuery.of(RandomEvents.CATALOG.get("incident"));
  private static final int LAST_ZOOM = 8;

  private final IndexedFeatureStore indexed;
  private final FeatureStore database;

  EventTileComparison(EventIndex index, FeatureStore database) {
    this.indexed =
        new IndexedFeatureStore(database, ALL, new Selector(), States.of(index.snapshot()));
    this.database = database;
  }

  void print() throws IOException {
    System.out.println("| event tile | memory | PostGIS | × | features | KB | KB compressed |");
    for (int zoom = 0; zoom <= LAST_ZOOM; zoom++) {
      // around 9.9 degrees east and north, amid the towns
      int side = 1 << zoom;
      int column = (int) (189.9 / 360 * side);
      int row = (int) (new TileAddress(zoom, 0, column).y(9.9) / TileAddress.EXTENT);
      TileAddress tile = new TileAddress(zoom, row, column);
      Supplier<GatheredPoints<EventTile>> memory =
          () -> indexed.findPoints(within(tile), () -> sink(tile)).orElseThrow();
      Supplier<GatheredPoints<EventTile>> postgis =
          () -> database.points(within(tile), () -> sink(tile));
      byte[] bytes = bytes(memory.get());
      if (!Arrays.equals(bytes, bytes(postgis.get()))) {
        throw new AssertionError(tile + " differs");
      }
      double mine = median(21, memory);
      double theirs = median(3, postgis);
      System.out.printf(
          "| z%d | %.2f ms | %.0f ms | %.0f | %,d | %,d | %,d |%n",
          zoom,
          mine,
          theirs,
          theirs / mine,
          memory.get().sink().total(),
          bytes.length / 1000,
          compressed(bytes) / 1000);
    }
  }

  private static EventTile sink(TileAddress tile) {
    return new EventTile(tile, TimeModel.EVENT);
  }

  private static FeatureQuery within(TileAddress tile) {
    return EventTile.box(tile).map(INCIDENTS::withBbox).orElse(INCIDENTS);
  }

  private static byte[] bytes(GatheredPoints<EventTile> points) {
    return points.sink().toByteArray(points.categories());
  }

  /** With the encoding, without compression. */
  private static double median(int rounds, Supplier<GatheredPoints<EventTile>> draw) {
    double[] times = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      if (bytes(draw.get()).length == 0) {
        throw new AssertionError("an empty tile is nothing to measure");
      }
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times[rounds / 2];
  }

  private static int compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(all)) {
      gzip.write(bytes);
    }
    return all.size();
  }
}
