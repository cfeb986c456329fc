package org.vigie.geodata.index;

import java.util.Optional;
import java.util.OptionalInt;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.query.ClockHours;

/** By what time rows are counted: a small number for each row. */
interface Slots {

  /** Numbers are below it; 0 where nothing is counted by time. */
  int count();

  /** -1 for a row that is in none. */
  int of(Segment segment, int row);

  /** Periods of the calendar from that of the first start. */
  record Calendar(Periods periods, long first, int count) implements Slots {

    @Override
    public int of(Segment segment, int row) {
      long start = segment.start(row);
      return start == PackedTimes.UNKNOWN ? -1 : (int) (periods.number(start) - first);
    }
  }

  /**
   * Stretches of a clock, behind the two numbers of what has no hour and of what starts before.
   *
   * @param precision column of the precision of time
   * @param known by its values, whether the hour is known
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Hours(ClockHours hours, int precision, boolean[] known) implements Slots {

    static final int UNKNOWN = 0;
    static final int BEFORE = 1;
    static final int FIRST = 2;

    static Optional<Slots> of(LayerColumns columns, ClockHours hours) {
      OptionalInt column = columns.find("time_precision");
      return column.isEmpty()
          ? Optional.empty()
          : columns
              .dictionary(column.getAsInt())
              .values()
              .map(
                  values -> {
                    boolean[] known = new boolean[values.length];
                    for (int code = 0; code < known.length; code++) {
                      known[code] = values[code] == TimePrecision.EXACT_MINUTE;
                    }
                    return new Hours(hours, column.getAsInt(), known);
                  });
    }

    @Override
    public int count() {
      return hours.size() + FIRST;
    }

    @Override
    public int of(Segment segment, int row) {
      long start = segment.start(row);
      int number = start == PackedTimes.UNKNOWN ? hours.size() : hours.number(start);
      if (number == hours.size()) {
        return -1;
      }
      return known[segment.code(precision, row)] ? number + FIRST : UNKNOWN;
    }
  }
}
