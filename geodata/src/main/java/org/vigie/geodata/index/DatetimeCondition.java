package org.vigie.geodata.index;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.TimeSpan;

/** Whether the valid time meets the span of a query, as {@code FeatureStore} has it. */
final class DatetimeCondition extends RowCondition implements Offer {

  /** A row reached through the order of times costs as much as these in their own order. */
  private static final int TIME_ORDER_COST = 8;

  private final boolean event;
  private final long from;
  private final long to;
  private final boolean instant;

  /**
   * @param from microseconds since 1970, {@link Long#MIN_VALUE} for ever
   * @param to likewise, {@link Long#MAX_VALUE} for ever
   */
  private DatetimeCondition(boolean event, long from, long to) {
    this.event = event;
    this.from = from;
    this.to = to;
    this.instant = from == to;
  }

  static DatetimeCondition of(TimeModel model, TimeSpan span) {
    return new DatetimeCondition(
        model == TimeModel.EVENT,
        span.start() == null ? Long.MIN_VALUE : Rows.micros(span.start()),
        span.end() == null ? Long.MAX_VALUE : Rows.micros(span.end()));
  }

  /** Whether every row of a layer passes. */
  static boolean isAlways(TimeModel model, TimeSpan span) {
    return model == TimeModel.NONE || (span.start() == null && span.end() == null);
  }

  /** Whether the ends are what the database would compare with: to the microsecond, this age. */
  static boolean isExact(TimeSpan span) {
    return isExact(span.start()) && isExact(span.end());
  }

  private static boolean isExact(@Nullable Instant end) {
    return end == null
        || (end.truncatedTo(ChronoUnit.MICROS).equals(end)
            && end.isAfter(Instant.parse("-4000-01-01T00:00:00Z"))
            && end.isBefore(Instant.parse("+90000-01-01T00:00:00Z")));
  }

  @Override
  int test(Segment segment, int row) {
    return isMet(segment, row) ? 1 : -1;
  }

  private boolean isMet(Segment segment, int row) {
    long start = segment.start(row);
    boolean begun = start == PackedTimes.UNKNOWN ? !event : start < to || (instant && start == to);
    return begun && goesOn(segment, row, start);
  }

  @Override
  public void narrow(Segment segment, long[] rows) {
    for (int word = 0; word < rows.length; word++) {
      long yes = rows[word];
      for (long left = yes; left != 0; left &= left - 1) {
        if (!isMet(segment, word * Long.SIZE + Long.numberOfTrailingZeros(left))) {
          yes &= ~Long.lowestOneBit(left);
        }
      }
      rows[word] = yes;
    }
  }

  private boolean goesOn(Segment segment, int row, long start) {
    if (event && start >= from) {
      return true;
    }
    long end = segment.end(row);
    return end == PackedTimes.UNKNOWN ? !event : end > from;
  }

  /** Whether the order of the starts tells where to look. */
  boolean isSelective() {
    return event;
  }

  @Override
  public long price(Segment segment) {
    return (long) segment.times().candidates(from, to) * TIME_ORDER_COST;
  }

  @Override
  public void mark(Segment segment, long[] bits) {
    segment.times().markCandidates(from, to, bits);
  }

  @Override
  public int cost() {
    return 2;
  }
}
