package org.vigie.geodata.analysis.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.density.GeodesicSpace;
import org.vigie.geodata.analysis.density.Places;

/**
 * The places of a scan: where circles have their centres and events are counted.
 *
 * @param lon degrees of each place
 * @param lat degrees of each place
 * @param weight its population, or all its events
 * @param placeOf the place of each event
 * @param joinedMetres side of the cubes in which neighbouring places were made one because there
 *     were too many; 0 when every coordinate is a place of its own
 */
@SuppressWarnings("ArrayRecordComponent") // one element a place or an event
record Ground(double[] lon, double[] lat, double[] weight, int[] placeOf, double joinedMetres) {

  /** Pairs of places kept in memory, at four bytes each. */
  static final long MOST_PAIRS = 20_000_000;

  private static final int MOST_PLACES = 40_000;

  private static final double FIRST_CUBE_METRES = 250;

  /** Every distinct coordinate is a place, with its events for weight. */
  static Ground of(double[] lon, double[] lat) {
    return of(lon, lat, new Places(new GeodesicSpace(lon, lat)));
  }

  /**
   * The same; when circles of the radius would hold too many pairs of places, those in one cube of
   * a lattice are joined at the one with the most events, in cubes as small as will do.
   */
  static Ground of(double[] lon, double[] lat, double maxRadius) {
    Ground ground = of(lon, lat);
    for (double side = FIRST_CUBE_METRES; !ground.fits(maxRadius); side *= 2) {
      ground = of(lon, lat).joined(side);
    }
    return ground;
  }

  int places() {
    return lon.length;
  }

  GeodesicSpace space() {
    return new GeodesicSpace(lon, lat);
  }

  Neighbourhoods circles(double maxRadius, double maxShare, IntPredicate centres, Runnable tick) {
    double all = 0;
    for (double each : weight) {
      all += each;
    }
    return Neighbourhoods.of(
        space(),
        IntStream.range(0, places()).toArray(),
        weight,
        maxRadius,
        maxShare * all,
        centres,
        tick);
  }

  /** Whether the circles of a radius can be kept in memory. */
  boolean fits(double maxRadius) {
    return places() <= MOST_PLACES
        && Neighbourhoods.pairs(space(), IntStream.range(0, places()).toArray(), maxRadius)
            <= MOST_PAIRS;
  }

  private static Ground of(double[] lon, double[] lat, Places places) {
    int n = places.size();
    return new Ground(
        IntStream.range(0, n).mapToDouble(p -> lon[places.firstPoint(p)]).toArray(),
        IntStream.range(0, n).mapToDouble(p -> lat[places.firstPoint(p)]).toArray(),
        IntStream.range(0, n).mapToDouble(places::weight).toArray(),
        IntStream.range(0, lon.length).map(places::of).toArray(),
        0);
  }

  private Ground joined(double side) {
    GeodesicSpace space = space();
    Map<List<Long>, Integer> cubes = new HashMap<>();
    int[] cubeOf = new int[places()];
    int[] chief = new int[places()];
    double[] sum = new double[places()];
    for (int p = 0; p < places(); p++) {
      List<Long> cube =
          List.of(
              (long) Math.floor(space.x(p) / side),
              (long) Math.floor(space.y(p) / side),
              (long) Math.floor(space.z(p) / side));
      int number = cubes.computeIfAbsent(cube, key -> cubes.size());
      cubeOf[p] = number;
      if (sum[number] == 0 || weight[p] > weight[chief[number]]) {
        chief[number] = p;
      }
      sum[number] += weight[p];
    }
    int n = cubes.size();
    return new Ground(
        IntStream.range(0, n).mapToDouble(c -> lon[chief[c]]).toArray(),
        IntStream.range(0, n).mapToDouble(c -> lat[chief[c]]).toArray(),
        IntStream.range(0, n).mapToDouble(c -> sum[c]).toArray(),
        IntStream.of(placeOf).map(p -> cubeOf[p]).toArray(),
        side);
  }
}
