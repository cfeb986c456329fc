package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.Json;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.Selections;

/** The inputs by which a process selects features. */
final class SelectionInputs {

  static final String AS_KNOWN_AT = "as-known-at";

  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  private SelectionInputs() {}

  static List<ProcessInput> of(Selections selections) {
    List<String> layers =
        selections.layers().stream()
            .filter(layer -> layer.time() != TimeModel.NONE)
            .map(Layer::name)
            .toList();
    return List.of(
        new ProcessInput(
            "layer", "Layer", "Which layer's features to take.", Schema.words(layers), true),
        ProcessInput.optional(
            "datetime",
            "Dates",
            "Instant or interval (RFC 3339, UTC): 2024-01-01/2024-03-31.",
            Schema.string()),
        ProcessInput.optional(
            "filter",
            "Filter",
            "CQL2 text, or CQL2 JSON as an object.",
            new Schema(java.util.Map.of("oneOf", List.of(Schema.string(), Schema.of("object"))))),
        ProcessInput.optional(
            "area",
            "Area",
            "GeoJSON Polygon or MultiPolygon, WGS 84 longitude/latitude, or a text.",
            Areas.SCHEMA),
        ProcessInput.optional(
            "bbox",
            "Box",
            "West, south, east, north in degrees, as an array or as an object with bbox.",
            new Schema(
                java.util.Map.of(
                    "oneOf",
                    List.of(
                        Schema.of("object").with("format", "ogc-bbox"),
                        Schema.array(Schema.number()).with("minItems", 4).with("maxItems", 6))))),
        ProcessInput.optional(
            AS_KNOWN_AT,
            "As known at",
            "The state of knowledge at this moment (RFC 3339).",
            Schema.string().with("format", "date-time")));
  }

  /**
   * The inputs with a bounding box of the standard's form, {@code {bbox: […], crs: …}}, made plain.
   */
  static Members plainBox(Members inputs) throws BadInputException {
    JsonNode box = inputs.find("bbox").orElse(null);
    if (box == null || !box.isObject()) {
      return inputs;
    }
    String crs = box.path("crs").asText(CRS84);
    if (!crs.equals(CRS84)) {
      throw inputs.wrong(
          "bbox", Message.of("its crs is {crs}", crs), Message.of("Use {crs84}", CRS84));
    }
    ObjectNode plain = Json.MAPPER.createObjectNode();
    for (String name : Selections.membersAnd()) {
      inputs.find(name).ifPresent(node -> plain.set(name, node));
    }
    plain.set("bbox", box.path("bbox"));
    return Members.of(plain, "inputs");
  }
}
