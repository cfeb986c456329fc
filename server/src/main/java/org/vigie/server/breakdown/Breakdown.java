package org.vigie.server.breakdown;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.analysis.RateRatio;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.store.LogPosition;

/**
 * The counts of a property's values as they are told.
 *
 * @param rows largest first; values that only the period before had are among them
 * @param others the values beyond the limit together; absent when there are none
 * @param previous the period before, absent when there is none
 * @param change what the two totals say of the rate behind them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Breakdown(
    LogPosition dataAsOf,
    Classification classification,
    String by,
    long count,
    List<Row> rows,
    @Nullable Others others,
    @Nullable Previous previous,
    @Nullable RateRatio change) {

  /**
   * @param value the code, empty for unknown
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(String value, long count, @Nullable Long previous, @Nullable RateRatio change) {}

  /**
   * @param values how many there are
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Others(int values, long count, @Nullable Long previous, @Nullable RateRatio change) {}

  record Previous(TimeSpan datetime, long count) {}

  /** All features of a period, and those of each value. */
  record Counted(long all, Map<String, Long> byValue) {

    long of(String value) {
      return byValue.getOrDefault(value, 0L);
    }
  }

  static Breakdown of(
      LogPosition asOf,
      Classification mark,
      String by,
      Counted now,
      Optional<Counted> before,
      Optional<TimeSpan> span,
      int limit) {
    TreeSet<String> values = new TreeSet<>(now.byValue().keySet());
    before.ifPresent(each -> values.addAll(each.byValue().keySet()));
    List<Row> rows = new ArrayList<>();
    for (String value : values) {
      long count = now.of(value);
      Long previous = before.map(each -> each.of(value)).orElse(null);
      rows.add(new Row(value, count, previous, ratio(count, previous)));
    }
    rows.sort(
        Comparator.comparingLong(Row::count)
            .thenComparingLong(row -> row.previous() == null ? 0 : row.previous())
            .reversed()
            .thenComparing(Row::value));
    int told = Math.min(limit, rows.size());
    Long previous = before.map(Counted::all).orElse(null);
    return new Breakdown(
        asOf,
        mark,
        by,
        now.all(),
        List.copyOf(rows.subList(0, told)),
        told == rows.size() ? null : others(rows.subList(told, rows.size()), before.isPresent()),
        before.isEmpty() || span.isEmpty() ? null : new Previous(span.get(), before.get().all()),
        ratio(now.all(), previous));
  }

  private static Others others(List<Row> rows, boolean hasPrevious) {
    long count = rows.stream().mapToLong(Row::count).sum();
    Long previous =
        hasPrevious
            ? (Long) rows.stream().mapToLong(r -> r.previous() == null ? 0 : r.previous()).sum()
            : null;
    return new Others(rows.size(), count, previous, ratio(count, previous));
  }

  private static @Nullable RateRatio ratio(long now, @Nullable Long before) {
    return before == null ? null : RateRatio.of(now, before);
  }
}
