package org.vigie.geodata.index;

import java.util.Arrays;
import java.util.List;
import org.vigie.geodata.layer.PropertyType;

/**
 * Counts and sums of rows by the number of their value and their period. One tally belongs to one
 * thread; tallies of several threads are added up.
 */
final class Tally implements Scan.Found {

  private final Shape shape;
  private long count;
  private long unmapped;
  private final long[] ofMarks;
  private final long[] ofValue;
  private final long[][] sums;
  private final long[][] sumsOfValue;
  private final int[] ofPeriod;
  private final int[] ofPeriodAndValue;

  /**
   * What is counted.
   *
   * @param column column that is broken down by; -1 for none
   * @param values how many values it has, the unknown one included
   * @param summed columns of whole numbers to add up
   * @param numbers their values by code, 0 for unknown
   * @param periods by what time they are counted
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Shape(int marks, int column, int values, int[] summed, long[][] numbers, Slots periods) {}

  Tally(Shape shape) {
    this.shape = shape;
    ofMarks = new long[shape.marks];
    ofValue = new long[shape.values];
    sums = new long[shape.summed.length][1];
    sumsOfValue = new long[shape.summed.length][shape.values];
    ofPeriod = new int[shape.periods.count()];
    ofPeriodAndValue = new int[ofPeriod.length * shape.values];
  }

  @Override
  public void take(Segment segment, int zone, long[] rows) {
    int first = zone * Zones.ROWS;
    for (int word = 0; word < Zones.WORDS; word++) {
      int base = first + word * Long.SIZE;
      count += Long.bitCount(rows[word]);
      for (long left = rows[word]; left != 0; left &= left - 1) {
        take(segment, base + Long.numberOfTrailingZeros(left));
      }
    }
  }

  private void take(Segment segment, int row) {
    ofMarks[segment.code(LayerColumns.MARKS, row)]++;
    if (segment.kind(row) == Segment.NOWHERE) {
      unmapped++;
    }
    int value = shape.column < 0 ? 0 : segment.code(shape.column, row);
    ofValue[value]++;
    for (int i = 0; i < sums.length; i++) {
      long number = shape.numbers[i][segment.code(shape.summed[i], row)];
      sums[i][0] += number;
      sumsOfValue[i][value] += number;
    }
    if (ofPeriod.length > 0) {
      int period = shape.periods.of(segment, row);
      if (period >= 0) {
        ofPeriod[period]++;
        ofPeriodAndValue[period * shape.values + value]++;
      }
    }
  }

  void add(Tally other) {
    count += other.count;
    unmapped += other.unmapped;
    add(ofMarks, other.ofMarks);
    add(ofValue, other.ofValue);
    for (int i = 0; i < sums.length; i++) {
      add(sums[i], other.sums[i]);
      add(sumsOfValue[i], other.sumsOfValue[i]);
    }
    Arrays.setAll(ofPeriod, i -> ofPeriod[i] + other.ofPeriod[i]);
    Arrays.setAll(ofPeriodAndValue, i -> ofPeriodAndValue[i] + other.ofPeriodAndValue[i]);
  }

  private static void add(long[] to, long[] from) {
    Arrays.setAll(to, i -> to[i] + from[i]);
  }

  /** Property types whose values can be told apart as the database writes them. */
  static boolean isCountable(PropertyType type) {
    return List.of(
            PropertyType.CODE,
            PropertyType.CODES,
            PropertyType.TEXT,
            PropertyType.TEXTS,
            PropertyType.BOOLEAN,
            PropertyType.INTEGER)
        .contains(type);
  }

  Shape shape() {
    return shape;
  }

  long count() {
    return count;
  }

  long unmapped() {
    return unmapped;
  }

  long ofMarks(int code) {
    return ofMarks[code];
  }

  long ofValue(int code) {
    return ofValue[code];
  }

  long sum(int number) {
    return sums[number][0];
  }

  long sumOfValue(int number, int code) {
    return sumsOfValue[number][code];
  }

  int ofPeriod(int period) {
    return ofPeriod[period];
  }

  int ofPeriodAndValue(int period, int code) {
    return ofPeriodAndValue[period * shape.values + code];
  }
}
