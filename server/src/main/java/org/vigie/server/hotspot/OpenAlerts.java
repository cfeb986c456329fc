package org.vigie.server.hotspot;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.http.HighestMark;

/** Alerts inside the area of which no outcome is recorded, the newest first. */
record OpenAlerts(String layer, int count, List<Item> items, @JsonIgnore Classification mark) {

  private static final int LISTED = 5;

  static OpenAlerts of(FeatureStore seen, Layer layer, Geometry area) {
    List<Feature> open = new ArrayList<>();
    seen.forEach(
        FeatureQuery.of(layer).withArea(area),
        alert -> {
          if (alert.properties().get("outcome") == null) {
            open.add(alert);
          }
        });
    open.sort(
        Comparator.comparing(OpenAlerts::received)
            .reversed()
            .thenComparing(alert -> alert.id().value()));
    return new OpenAlerts(
        layer.name(),
        open.size(),
        open.stream().limit(LISTED).map(alert -> Item.of(layer, alert)).toList(),
        HighestMark.of(open));
  }

  private static Instant received(Feature alert) {
    return alert.properties().get("received_at") instanceof Instant at ? at : Instant.MIN;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(String id, String title, @Nullable Object priority, @Nullable Object receivedAt) {

    static Item of(Layer layer, Feature alert) {
      Object title = layer.titleProperty().map(alert.properties()::get).orElse(null);
      return new Item(
          alert.id().toString(),
          title == null ? alert.id().toString() : title.toString(),
          alert.properties().get("priority"),
          alert.properties().get("received_at"));
    }
  }
}
