package org.vigie.server.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.Symbol;
import org.vigie.server.http.EntityTags;
import org.vigie.server.http.Json;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Route;
import org.vigie.server.http.Schema;

/**
 * {@code GET /api/layers}: the declarations that tree, legend, forms and filters are built from.
 */
final class LayersEndpoint {

  private final byte[] body;
  private final String tag;

  LayersEndpoint(LayerCatalog catalog) {
    body =
        Json.bytes(
            Map.of("layers", catalog.list().stream().map(LayersEndpoint::described).toList()));
    tag = EntityTags.ofContent(body);
  }

  Route route() {
    return Route.get("/api/layers")
        .describe(PictureRoutes.TAG, "getLayers", "The declared layers, in the order of the tree")
        .answers(
            "Layers with their properties, code lists and symbols",
            Schema.object(Map.of("layers", Schema.array(Schema.of("object")))))
        .handle(this::answer);
  }

  private void answer(Context context) {
    if (!EntityTags.notModified(context, tag)) {
      context.result(body).contentType(MediaTypes.JSON);
    }
  }

  private static DescribedLayer described(Layer layer) {
    return new DescribedLayer(
        layer.name(),
        layer.title(),
        layer.titles(),
        layer.description(),
        layer.group(),
        word(layer.geometry()),
        layer.geometry().types(),
        layer.geometryRequired(),
        word(layer.time()),
        layer.groupedBy().or(() -> Optional.ofNullable(layer.symbol().property())).orElse(null),
        layer.titleProperty().orElse(null),
        layer.severity().orElse(null),
        layer.sums(),
        layer.source(),
        layer.defaultClassification().name(),
        layer.symbol(),
        layer.properties().stream().map(LayersEndpoint::described).toList());
  }

  private static DescribedProperty described(Property property) {
    return new DescribedProperty(
        property.name(),
        property.title(),
        property.help(),
        word(property.type()),
        property.unit(),
        property.required(),
        property.minimum(),
        property.maximum(),
        property.open(),
        property.broader(),
        property.choices().stream().map(LayersEndpoint::described).toList(),
        property.columns().stream().map(LayersEndpoint::described).toList());
  }

  private static DescribedChoice described(Choice choice) {
    return new DescribedChoice(choice.code(), choice.label(), choice.labels(), choice.broader());
  }

  /** As layer files write it. */
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record DescribedLayer(
      String name,
      String title,
      Map<String, String> titles,
      String description,
      String group,
      String geometry,
      List<String> geometryTypes,
      boolean geometryRequired,
      String time,
      @Nullable String groupedBy,
      @Nullable String titleProperty,
      @Nullable String severity,
      List<String> sums,
      String source,
      String defaultClassification,
      Symbol symbol,
      List<DescribedProperty> properties) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record DescribedProperty(
      String name,
      String title,
      String help,
      String type,
      @Nullable String unit,
      boolean required,
      @Nullable Double minimum,
      @Nullable Double maximum,
      boolean open,
      @Nullable String broader,
      List<DescribedChoice> choices,
      List<DescribedProperty> columns) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record DescribedChoice(
      String code, String label, Map<String, String> labels, @Nullable String broader) {}
}
