package org.vigie.server.hotspot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.vigie.geodata.analysis.RateRatio;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;

/**
 * The same count over the same area, as long before now as before it was drawn. What was known when
 * it was drawn and what is known of that time today differ by reports that came late.
 *
 * @param drawnAt from when the area holds
 * @param days both counts go back
 * @param thenKnownThen events of those days as known when the area was drawn
 * @param thenKnownNow events of those days as known now
 * @param now events of the days before now
 * @param change of the rate between then and now, both as known now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Drift(
    Instant drawnAt, int days, long thenKnownThen, long thenKnownNow, long now, RateRatio change) {

  private static final int DAYS = 90;

  static Optional<Drift> of(
      ToLongFunction<FeatureQuery> count, Layer events, Feature area, Instant now) {
    TimeSpan time = area.validTime();
    Instant drawn = time == null ? null : time.start();
    if (drawn == null || drawn.isAfter(now)) {
      return Optional.empty();
    }
    Duration length = Duration.ofDays(DAYS);
    FeatureQuery then =
        FeatureQuery.of(events).withDatetime(TimeSpan.of(drawn.minus(length), drawn));
    FeatureQuery late = FeatureQuery.of(events).withDatetime(TimeSpan.of(now.minus(length), now));
    Instant known = area.properties().get("data_time") instanceof Instant data ? data : drawn;
    long knownNow = count.applyAsLong(then);
    long current = count.applyAsLong(late);
    return Optional.of(
        new Drift(
            drawn,
            DAYS,
            count.applyAsLong(then.withAsKnownAt(known.isAfter(now) ? now : known)),
            knownNow,
            current,
            RateRatio.of(current, knownNow)));
  }
}
