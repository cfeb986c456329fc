package org.vigie.geodata.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.model.Classification;

/**
 * Cells of a picture as they are counted.
 *
 * <p>The mean place of a cell is made of whole numbers, so that it does not depend on the order in
 * which its features are added up: each longitude and latitude is rounded to {@link #UNIT}, and the
 * mean to a millionth of a degree, a tenth of a metre.
 */
public final class CellArrays {

  /** A degree has so many parts; half a centimetre at most is lost of a place. */
  public static final double UNIT = 1e7;

  private static final double UNITS_OF_DIGIT = 10;
  private static final double DIGITS = UNIT / UNITS_OF_DIGIT;

  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private double[] lon = new double[64];
  private double[] lat = new double[64];
  private long[] n = new long[64];
  private int[] group = new int[64];
  private int size;
  private long count;

  /** The number that is added up for a longitude or latitude in degrees. */
  public static long units(double degrees) {
    return (long) Math.rint(degrees * UNIT);
  }

  /**
   * Adds the next cell, from west to east and then from south to north.
   *
   * @param lonUnits sum of the longitudes, each in {@link #units}
   * @param latUnits sum of the latitudes, likewise
   * @param features at least 1
   * @param mostFrequent of values that are equally frequent the first by code point
   */
  public void add(long lonUnits, long latUnits, long features, String mostFrequent) {
    if (size == n.length) {
      resize(2 * size);
    }
    lon[size] = mean(lonUnits, features);
    lat[size] = mean(latUnits, features);
    n[size] = features;
    group[size] = groups.computeIfAbsent(mostFrequent, value -> groups.size());
    count += features;
    size++;
  }

  private static double mean(long units, long features) {
    return Math.rint((double) units / features / UNITS_OF_DIGIT) / DIGITS;
  }

  private void resize(int length) {
    lon = Arrays.copyOf(lon, length);
    lat = Arrays.copyOf(lat, length);
    n = Arrays.copyOf(n, length);
    group = Arrays.copyOf(group, length);
  }

  public Picture.Cells toPicture(
      LogPosition asOf, Classification highest, boolean needToKnow, double cellDegrees) {
    resize(size);
    return new Picture.Cells(
        asOf,
        highest,
        needToKnow,
        count,
        cellDegrees,
        lon,
        lat,
        n,
        List.copyOf(groups.keySet()),
        group);
  }
}
