package org.vigie.geodata.store.postgis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Picture;

/** Cells of a picture as they come out of the database. */
final class CellArrays {

  /** A tenth of a metre. Further digits of a mean depend on the order in which rows were read. */
  private static final double DIGITS = 1e6;

  private final DoubleStream.Builder lon = DoubleStream.builder();
  private final DoubleStream.Builder lat = DoubleStream.builder();
  private final LongStream.Builder n = LongStream.builder();
  private final IntStream.Builder group = IntStream.builder();
  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private Classification highest = Classification.UNCLASSIFIED;
  private long count;

  void add(
      double meanLon, double meanLat, long features, String mostFrequent, Classification mark) {
    lon.add(Math.rint(meanLon * DIGITS) / DIGITS);
    lat.add(Math.rint(meanLat * DIGITS) / DIGITS);
    n.add(features);
    group.add(groups.computeIfAbsent(mostFrequent, value -> groups.size()));
    count += features;
    highest = highest.highest(mark);
  }

  Picture.Cells toPicture(LogPosition asOf, double cellDegrees) {
    return new Picture.Cells(
        asOf,
        highest,
        count,
        cellDegrees,
        lon.build().toArray(),
        lat.build().toArray(),
        n.build().toArray(),
        List.copyOf(groups.keySet()),
        group.build().toArray());
  }
}
