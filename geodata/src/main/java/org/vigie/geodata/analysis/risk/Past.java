package org.vigie.geodata.analysis.risk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Events in the order of time, each at one of the distinct places. What happened on one day has no
 * order: whoever looks at a day sees the days before it only.
 */
final class Past {

  private final SquareCells cells;
  private final double[] day;
  private final int[] place;
  private final int[] cell;
  private final double[] placeX;
  private final double[] placeY;

  /**
   * @param x metres east of each event, y metres north; all inside the cells
   * @param day days since 1970 UTC
   */
  Past(SquareCells cells, double[] x, double[] y, double[] day) {
    this.cells = cells;
    Integer[] order = IntStream.range(0, day.length).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        Comparator.comparingDouble((Integer i) -> day[i])
            .thenComparingDouble(i -> x[i])
            .thenComparingDouble(i -> y[i]));
    this.day = Arrays.stream(order).mapToDouble(i -> day[i]).toArray();
    cell = Arrays.stream(order).mapToInt(i -> cells.at(x[i], y[i])).toArray();
    if (Arrays.stream(cell).anyMatch(c -> c < 0)) {
      throw new IllegalArgumentException("an event lies in no cell");
    }
    Map<List<Double>, Integer> known = new HashMap<>();
    place = new int[order.length];
    int[] first = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      int event = order[i];
      int next = known.size();
      Integer before = known.putIfAbsent(List.of(x[event], y[event]), next);
      place[i] = before == null ? next : before;
      if (before == null) {
        first[next] = event;
      }
    }
    placeX = IntStream.range(0, known.size()).mapToDouble(p -> x[first[p]]).toArray();
    placeY = IntStream.range(0, known.size()).mapToDouble(p -> y[first[p]]).toArray();
  }

  SquareCells cells() {
    return cells;
  }

  int size() {
    return day.length;
  }

  int places() {
    return placeX.length;
  }

  double placeX(int number) {
    return placeX[number];
  }

  double placeY(int number) {
    return placeY[number];
  }

  double day(int event) {
    return day[event];
  }

  int place(int event) {
    return place[event];
  }

  int cell(int event) {
    return cell[event];
  }

  /** How many events lie before a day, which are those with lower numbers. */
  int before(double limit) {
    int low = 0;
    int high = day.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (day[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Events of each cell from one day to before another. */
  int[] counts(double from, double to) {
    int[] counts = new int[cells.size()];
    int end = before(to);
    for (int i = before(from); i < end; i++) {
      counts[cell[i]]++;
    }
    return counts;
  }
}
