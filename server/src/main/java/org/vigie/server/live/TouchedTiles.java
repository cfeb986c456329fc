package org.vigie.server.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.store.Difference.Entry;

/**
 * The tiles of the web Mercator grid (EPSG:3857, the whole world is tile 0/0 of zoom 0, rows count
 * from the north) in which something was or is.
 *
 * @param zoom the deepest at which they are few
 * @param keys column/row
 */
record TouchedTiles(int zoom, List<String> keys) {

  private static final int DEEPEST = 10;
  private static final int MOST = 32;

  /** Where the projection ends: atan(sinh(π)), degrees. */
  private static final double LAST_LATITUDE = 85.0511287798066;

  static TouchedTiles of(Collection<Entry> entries) {
    List<BoundingBox> boxes =
        entries.stream()
            .flatMap(entry -> Stream.concat(entry.before().stream(), entry.after().stream()))
            .distinct()
            .toList();
    for (int zoom = DEEPEST; zoom > 0; zoom--) {
      TreeSet<String> keys = new TreeSet<>();
      if (boxes.stream().allMatch(new At(zoom, keys)::add)) {
        return new TouchedTiles(zoom, new ArrayList<>(keys));
      }
    }
    return new TouchedTiles(0, List.of("0/0"));
  }

  private record At(int zoom, TreeSet<String> keys) {

    /** Whether they are still few. */
    boolean add(BoundingBox box) {
      int west = column(box.west());
      int east = column(box.east());
      int north = row(box.north());
      int south = row(box.south());
      if ((long) (east - west + 1) * (south - north + 1) > MOST) {
        return false;
      }
      for (int x = west; x <= east; x++) {
        for (int y = north; y <= south; y++) {
          keys.add(x + "/" + y);
        }
      }
      return keys.size() <= MOST;
    }

    private int column(double lon) {
      return within((lon + 180) / 360);
    }

    /** Web Mercator, EPSG Guidance Note 7-2, method 1024. */
    private int row(double lat) {
      double phi = Math.toRadians(Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, lat)));
      return within((1 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / Math.PI) / 2);
    }

    private int within(double fraction) {
      int n = 1 << zoom;
      return Math.max(0, Math.min(n - 1, (int) Math.floor(fraction * n)));
    }
  }
}
