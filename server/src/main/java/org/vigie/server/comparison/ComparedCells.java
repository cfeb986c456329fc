package org.vigie.server.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Picture;
import org.vigie.geodata.store.PictureRequest;

/**
 * Two pictures of a layer, counted on one grid.
 *
 * @param side of a cell in degrees
 * @param cells those with anything in them, from west to east and then from south to north
 */
record ComparedCells(double side, List<Cell> cells) {

  /**
   * @param west of the cell, as south, in degrees
   */
  record Cell(double west, double south, long a, long b) {}

  private record Place(long column, long row) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return column == other.column
          ? Long.compare(row, other.row)
          : Long.compare(column, other.column);
    }
  }

  /**
   * @param zoom whose cells are taken, see {@link PictureRequest#cellDegrees}
   */
  static ComparedCells of(FeatureStore seen, FeatureQuery a, FeatureQuery b, int zoom) {
    PictureRequest request = new PictureRequest(zoom, 1, false);
    double side = request.cellDegrees();
    Map<Place, long[]> counts = new TreeMap<>();
    add(counts, seen, a, request, 0);
    add(counts, seen, b, request, 1);
    List<Cell> cells = new ArrayList<>();
    counts.forEach(
        (place, n) -> cells.add(new Cell(place.column() * side, place.row() * side, n[0], n[1])));
    return new ComparedCells(side, cells);
  }

  private static void add(
      Map<Place, long[]> counts,
      FeatureStore seen,
      FeatureQuery query,
      PictureRequest request,
      int which) {
    Picture picture = seen.picture(query, request);
    double side = request.cellDegrees();
    if (picture instanceof Picture.Cells cells) {
      for (int i = 0; i < cells.n().length; i++) {
        count(counts, cells.lon()[i], cells.lat()[i], side, which, cells.n()[i]);
      }
    } else if (picture.count() > 0) {
      // A single one comes as it is drawn; it counts at the middle of its box, as in a cell.
      Optional<BoundingBox> box = seen.extent(query);
      box.ifPresent(
          at ->
              count(
                  counts,
                  (at.west() + at.east()) / 2,
                  (at.south() + at.north()) / 2,
                  side,
                  which,
                  picture.count()));
    }
  }

  private static void count(
      Map<Place, long[]> counts, double lon, double lat, double side, int which, long n) {
    Place place = new Place((long) Math.floor(lon / side), (long) Math.floor(lat / side));
    counts.computeIfAbsent(place, at -> new long[2])[which] += n;
  }
}
