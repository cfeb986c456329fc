package org.vigie.server.hotspot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.analysis.RateRatio;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Summary;

/** What one area holds, as its caller sees it; some twenty questions to the store. */
final class HotspotCard {

  /** The layers of a mission that a card looks at. */
  static final String EVENTS = "incident";

  static final String PATROLS = "patrol";
  static final String ALERTS = "poc-alert";

  private final FeatureStore seen;
  private final LayerCatalog readable;
  private final Feature feature;
  private final Geometry area;
  private final Instant now;
  private Classification mark;

  /**
   * @param feature with an area
   */
  HotspotCard(FeatureStore seen, LayerCatalog readable, Feature feature, Instant now) {
    this.seen = seen;
    this.readable = readable;
    this.feature = feature;
    this.area = Objects.requireNonNull(feature.geometry());
    this.now = now;
    this.mark = feature.classification();
  }

  /** Highest classification of what the card tells. */
  Classification mark() {
    return mark;
  }

  /**
   * @param period with both ends
   */
  Document of(TimeSpan period) {
    Optional<Layer> events = readable.find(EVENTS);
    Coverage coverage =
        readable.find(PATROLS).map(p -> Coverage.of(seen, p, feature, area, now)).orElse(null);
    OpenAlerts alerts =
        readable.find(ALERTS).map(layer -> OpenAlerts.of(seen, layer, area)).orElse(null);
    Suggestion suggestion = Suggestion.find(seen, readable, feature, area).orElse(null);
    take(coverage == null ? null : coverage.mark());
    take(alerts == null ? null : alerts.mark());
    take(suggestion == null ? null : suggestion.mark());
    return new Document(
        feature.layer(),
        feature.id().toString(),
        Geodesy.areaSquareMetres(area) / 1e6,
        events.map(layer -> counts(layer, period)).orElse(null),
        coverage,
        alerts,
        Review.of(feature, now.atZone(ZoneOffset.UTC).toLocalDate()).orElse(null),
        suggestion,
        events.flatMap(layer -> Drift.of(this::count, layer, feature, now)).orElse(null),
        seen.position());
  }

  private Counts counts(Layer layer, TimeSpan period) {
    Instant start = Objects.requireNonNull(period.start());
    Duration length = Duration.between(start, period.end());
    TimeSpan before = TimeSpan.of(start.minus(length), start);
    long now = count(FeatureQuery.of(layer).withDatetime(period));
    long then = count(FeatureQuery.of(layer).withDatetime(before));
    return new Counts(
        layer.name(), period, now, new Previous(before, then), RateRatio.of(now, then));
  }

  private long count(FeatureQuery query) {
    Summary summary = seen.summarise(query.withArea(area), Summary.Request.TOTALS);
    take(summary.highest());
    return summary.count();
  }

  private void take(@Nullable Classification more) {
    mark = more == null ? mark : mark.highest(more);
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(
      String layer,
      String id,
      double areaKm2,
      @Nullable Counts events,
      @Nullable Coverage coverage,
      @Nullable OpenAlerts alerts,
      @Nullable Review review,
      @Nullable Suggestion suggestion,
      @Nullable Drift drift,
      LogPosition dataAsOf) {}

  /**
   * @param change what the two counts say of the rate behind them
   */
  record Counts(String layer, TimeSpan datetime, long count, Previous previous, RateRatio change) {}

  /** The period of equal length just before. */
  record Previous(TimeSpan datetime, long count) {}

  /**
   * @param daysOverdue negative while there is time
   */
  record Review(LocalDate date, long daysOverdue) {

    static Optional<Review> of(Feature feature, LocalDate today) {
      return OverdueReviews.reviewDate(feature)
          .map(due -> new Review(due, ChronoUnit.DAYS.between(due, today)));
    }
  }
}
