package org.vigie.server.picture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.SortKey;
import org.vigie.geodata.store.FeatureStore;

/** The newest features of a selection, as a list beside the map shows them. */
final class NewestItems {

  private static final SortKey NEWEST_FIRST = new SortKey("valid_from", true);

  private final FeatureStore store;
  private final FeatureQuery query;

  NewestItems(FeatureStore store, FeatureQuery query) {
    this.store = store;
    this.query = query.withSort(List.of(NEWEST_FIRST));
  }

  List<Item> list(int limit) throws BadInputException {
    return store.page(query, limit, Optional.empty()).features().stream().map(this::item).toList();
  }

  private Item item(Feature feature) {
    Layer layer = query.layer();
    Geometry geometry = feature.geometry();
    Coordinate at =
        geometry == null || geometry.isEmpty() ? null : geometry.getInteriorPoint().getCoordinate();
    return new Item(
        feature.id().toString(),
        text(feature, layer.titleProperty()),
        at == null ? null : at.x,
        at == null ? null : at.y,
        feature.validTime() == null ? null : feature.validTime().start(),
        text(feature, layer.drawnBy()),
        layer.severity().map(feature.properties()::get).orElse(null));
  }

  private static @Nullable String text(Feature feature, Optional<String> property) {
    Object value = property.map(feature.properties()::get).orElse(null);
    return value == null ? null : value.toString();
  }

  /**
   * @param lon degrees, null without a place
   * @param severity 1 to 5, null when unknown
   */
  record Item(
      String id,
      @Nullable String title,
      @Nullable Double lon,
      @Nullable Double lat,
      @Nullable Instant start,
      @Nullable String group,
      @Nullable Object severity) {}
}
