package org.vigie.server.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.query.ClockHours;
import org.vigie.geodata.store.Summary;

/**
 * Counts of one period as they are answered.
 *
 * @param start first day, or the first moment of hours
 * @param end of hours, itself excluded
 * @param whole whether the span that was asked for holds all of these hours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Bar(
    String start,
    @Nullable Instant end,
    @Nullable Boolean whole,
    long count,
    Map<String, Long> byGroup) {

  static Bar of(Summary.Period period) {
    return new Bar(period.start().toString(), null, null, period.count(), period.byGroup());
  }

  static List<Bar> of(ClockHours hours, Summary.ByHours counts) {
    return IntStream.range(0, hours.size())
        .mapToObj(
            i ->
                new Bar(
                    hours.edge(i).toString(),
                    hours.edge(i + 1),
                    hours.isWhole(i),
                    counts.stretches().get(i).count(),
                    counts.stretches().get(i).byGroup()))
        .toList();
  }
}
