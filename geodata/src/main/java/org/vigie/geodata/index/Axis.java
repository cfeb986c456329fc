package org.vigie.geodata.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.query.LocalTimes;
import org.vigie.geodata.store.CrossTable.Dimension;
import org.vigie.geodata.store.Summary;

/** One of the two characteristics that rows are counted by: a small number for each row. */
interface Axis {

  /** Numbers are below it. */
  int size();

  int of(Segment segment, int row);

  /** The values that a number stands for, as the database writes them; the empty one is unknown. */
  List<String> texts(int number);

  /** Empty when only the database can tell. */
  static Optional<Axis> of(LayerRows rows, Layer layer, Dimension dimension, LocalTimes zone) {
    return switch (dimension.kind()) {
      case PROPERTY -> ofProperty(rows.columns(), layer, dimension.property());
      case MONTH -> Optional.of(Months.of(rows));
      case WEEKDAY -> Clock.of(rows.columns(), Clock.DAY, zone);
      case HOUR -> Clock.of(rows.columns(), Clock.HOUR, zone);
    };
  }

  private static Optional<Axis> ofProperty(LayerColumns columns, Layer layer, String name) {
    OptionalInt column = Figures.column(columns, layer, name);
    if (column.isEmpty()) {
      return Optional.empty();
    }
    return columns
        .dictionary(column.getAsInt())
        .values()
        .map(values -> new Values(column.getAsInt(), values));
  }

  /** The values of a column. */
  @SuppressWarnings("ArrayRecordComponent")
  record Values(int column, @Nullable Object[] values) implements Axis {

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public int of(Segment segment, int row) {
      return segment.code(column, row);
    }

    @Override
    public List<String> texts(int number) {
      return Figures.texts(values[number]);
    }
  }

  /**
   * Months from that of the first start; 0 is unknown.
   *
   * @param first number of the first month
   */
  record Months(Periods periods, long first, int size) implements Axis {

    static Months of(LayerRows rows) {
      Periods periods = new Periods(Summary.Step.MONTH);
      long first = Long.MAX_VALUE;
      long last = Long.MIN_VALUE;
      for (Part part : rows.parts()) {
        Times times = part.segment().times();
        if (times.first() != PackedTimes.UNKNOWN) {
          first = Math.min(first, times.first());
          last = Math.max(last, times.last());
        }
      }
      if (last < first) {
        return new Months(periods, 0, 1);
      }
      long number = periods.number(first);
      long count = Math.min(CrossTally.MAX_CELLS, periods.number(last) - number + 1);
      return new Months(periods.between(first, last), number, (int) count + 1);
    }

    @Override
    public int of(Segment segment, int row) {
      long start = segment.start(row);
      return start == PackedTimes.UNKNOWN ? 0 : (int) (periods.number(start) - first) + 1;
    }

    @Override
    public List<String> texts(int number) {
      if (number == 0) {
        return List.of("");
      }
      LocalDate start = periods.start(first + number - 1);
      return List.of(
          String.format(Locale.ROOT, "%04d-%02d", start.getYear(), start.getMonthValue()));
    }
  }

  /**
   * Days of the week or hours of the day of a local clock; 0 is unknown.
   *
   * @param unit microseconds
   * @param offset of 1970-01-01 among so many units
   * @param precision column of the precision of time
   * @param clocks by its values, by which clock the time is told; null where it is not known so
   *     well
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Clock(long unit, int offset, int units, int precision, @Nullable LocalTimes[] clocks)
      implements Axis {

    static final long DAY = 86_400_000_000L;
    static final long HOUR = DAY / 24;

    /** 1970-01-01 was a Thursday, the fourth day of its week. */
    private static final int THURSDAY = 3;

    static Optional<Axis> of(LayerColumns columns, long unit, LocalTimes zone) {
      OptionalInt column = columns.find("time_precision");
      if (column.isEmpty()) {
        return Optional.empty();
      }
      return columns
          .dictionary(column.getAsInt())
          .values()
          .map(
              values ->
                  new Clock(
                      unit,
                      unit == DAY ? THURSDAY : 0,
                      unit == DAY ? 7 : 24,
                      column.getAsInt(),
                      clocks(values, unit, zone)));
    }

    /** What is known to the day has the day that it was written with, in every zone. */
    private static @Nullable LocalTimes[] clocks(
        @Nullable Object[] values, long unit, LocalTimes zone) {
      @Nullable LocalTimes[] clocks = new LocalTimes[values.length];
      for (int code = 0; code < clocks.length; code++) {
        if (values[code] == TimePrecision.EXACT_MINUTE) {
          clocks[code] = zone;
        } else if (unit == DAY && values[code] == TimePrecision.EXACT_DAY) {
          clocks[code] = LocalTimes.UTC;
        }
      }
      return clocks;
    }

    @Override
    public int size() {
      return units + 1;
    }

    @Override
    public int of(Segment segment, int row) {
      long start = segment.start(row);
      LocalTimes clock = clocks[segment.code(precision, row)];
      return start == PackedTimes.UNKNOWN || clock == null
          ? 0
          : (int) Math.floorMod(Math.floorDiv(clock.local(start), unit) + offset, (long) units) + 1;
    }

    @Override
    public List<String> texts(int number) {
      if (number == 0) {
        return List.of("");
      }
      return List.of(
          unit == DAY ? Integer.toString(number) : String.format(Locale.ROOT, "%02d", number - 1));
    }
  }
}
