package org.vigie.server.hotspot;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.http.HighestMark;

/**
 * Patrols whose recorded track crosses the area, against what is required. No track is not knowing,
 * and not safety.
 *
 * @param requiredPerWeek null when nobody said how many
 * @param lastVisit null when no track crosses the area in the time that is looked back
 * @param lookedBackDays how far {@code lastVisit} was looked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Coverage(
    String layer,
    @Nullable Double requiredPerWeek,
    List<Window> windows,
    @Nullable Visit lastVisit,
    int lookedBackDays,
    @JsonIgnore Classification mark) {

  private static final int[] WINDOWS = {7, 14, 30};
  private static final int LOOK_BACK = 180;

  static Coverage of(
      FeatureStore seen, Layer patrols, Feature hotspot, Geometry area, Instant now) {
    List<Feature> visits = new ArrayList<>();
    TimeSpan span = TimeSpan.of(now.minus(Duration.ofDays(LOOK_BACK)), now);
    seen.forEach(FeatureQuery.of(patrols).withArea(area).withDatetime(span), visits::add);
    Double required =
        hotspot.properties().get("patrols_per_week") instanceof Number n ? n.doubleValue() : null;
    List<Window> windows = new ArrayList<>();
    for (int days : WINDOWS) {
      Instant from = now.minus(Duration.ofDays(days));
      long count = visits.stream().filter(v -> !end(v).isBefore(from)).count();
      windows.add(new Window(days, count, required == null ? null : required * days / 7));
    }
    return new Coverage(
        patrols.name(),
        required,
        windows,
        visits.stream()
            .max(Comparator.comparing(Coverage::end).thenComparing(v -> v.id().value()))
            .map(v -> new Visit(v.id().toString(), title(patrols, v), start(v)))
            .orElse(null),
        LOOK_BACK,
        HighestMark.of(visits));
  }

  private static Instant end(Feature visit) {
    TimeSpan time = visit.validTime();
    Instant end = time == null ? null : time.end() == null ? time.start() : time.end();
    return end == null ? Instant.MIN : end;
  }

  private static Instant start(Feature visit) {
    TimeSpan time = visit.validTime();
    return time == null || time.start() == null ? end(visit) : time.start();
  }

  private static String title(Layer layer, Feature feature) {
    Object title = layer.titleProperty().map(feature.properties()::get).orElse(null);
    return title == null ? feature.id().toString() : title.toString();
  }

  /**
   * @param required visits in so many days; null when nobody said how many
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Window(int days, long visits, @Nullable Double required) {}

  /**
   * @param at when the patrol set out
   */
  record Visit(String id, String title, Instant at) {}
}
