package org.vigie.server.hotspot;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.FeatureStore;

/**
 * The suggestion of an analysis that a person's area came from, as it was, and how far the two lie
 * in each other. Shares are of geodesic areas, 0 to 1.
 *
 * @param ofArea share of the person's area that was suggested
 * @param ofSuggestion share of what was suggested that the person took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Suggestion(
    String layer,
    String id,
    @Nullable Object name,
    @Nullable Object process,
    @Nullable Object method,
    @Nullable Object parameters,
    @Nullable Object query,
    @Nullable Object seed,
    @Nullable Object dataTime,
    double ofArea,
    double ofSuggestion,
    @JsonIgnore Classification mark) {

  static final String LAYER = "hotspot-suggestion";
  private static final String LINK = "suggestion_id";

  static Optional<Suggestion> find(
      FeatureStore seen, LayerCatalog readable, Feature hotspot, Geometry area) {
    Optional<String> layer = readable.find(LAYER).map(Layer::name);
    if (layer.isEmpty() || !(hotspot.properties().get(LINK) instanceof String id)) {
      return Optional.empty();
    }
    return FeatureId.find(id)
        .flatMap(each -> seen.find(layer.get(), each))
        .flatMap(
            suggested ->
                Optional.ofNullable(suggested.geometry()).map(g -> of(suggested, g, area)));
  }

  private static Suggestion of(Feature suggested, Geometry shape, Geometry area) {
    double both =
        Geodesy.areaSquareMetres(OverlayNGRobust.overlay(shape, area, OverlayNG.INTERSECTION));
    var values = suggested.properties();
    return new Suggestion(
        suggested.layer(),
        suggested.id().toString(),
        values.get("name"),
        values.get("process"),
        values.get("method"),
        values.get("parameters"),
        values.get("query"),
        values.get("seed"),
        values.get("data_time"),
        share(both, Geodesy.areaSquareMetres(area)),
        share(both, Geodesy.areaSquareMetres(shape)),
        suggested.classification());
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : Math.min(1, part / whole);
  }
}
