package org.vigie.server.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.geojson.GeoJsonFeatures;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.Provenance;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.CrsParameter;
import org.vigie.server.http.Json;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Schema;

/** Features that clients send one by one: every property must be known, nothing is guessed. */
final class BodyFeature {

  static final Parameter<Crs> CONTENT_CRS =
      Parameter.header(
              "Content-Crs",
              "Coordinate reference system of the body, by its URI in angle brackets.",
              Schema.string(),
              text -> CrsParameter.read("Content-Crs", text.replaceAll("^<|>$", "")))
          .orElse(Crs.CRS84);

  /** What the server sets itself; sent back unchanged by whoever read it here. */
  private static final Set<String> READ_ONLY = Set.of("id", "recorded_at", "version");

  private BodyFeature() {}

  static Feature read(Context context, Layer layer) throws IOException, BadInputException {
    return read(context, bytes(context), layer);
  }

  /** The body as it came. */
  static byte[] bytes(Context context) throws IOException {
    Bodies.requireType(context, MediaTypes.GEOJSON, MediaTypes.JSON);
    return Bodies.read(context);
  }

  static Feature read(Context context, byte[] bytes, Layer layer)
      throws IOException, BadInputException {
    JsonNode body = Json.read(bytes);
    Crs crs = CONTENT_CRS.get(context);
    if (body.isObject() && !crs.equals(Crs.CRS84) && body.path("geometry").isObject()) {
      ((ObjectNode) body).set("geometry", carry(body.path("geometry"), crs));
    }
    return read(body, layer);
  }

  /** An edit: marks that it does not speak of stay as they are. */
  static Feature read(Context context, byte[] bytes, Layer layer, Feature current)
      throws IOException, BadInputException {
    JsonNode body = Json.read(bytes);
    keepMarks(body, current);
    return read(context, Json.MAPPER.writeValueAsBytes(body), layer);
  }

  /** The same of a body that was read. */
  static Feature read(JsonNode body, Layer layer, Feature current) throws BadInputException {
    keepMarks(body, current);
    return read(body, layer);
  }

  private static void keepMarks(JsonNode body, Feature current) {
    if (body.path("properties") instanceof ObjectNode properties) {
      if (!properties.hasNonNull("classification")) {
        properties.put("classification", current.classification().name());
      }
      if (!properties.hasNonNull("compartments")) {
        ArrayNode codes = properties.putArray("compartments");
        current.compartments().stream().sorted().forEach(codes::add);
      }
    }
  }

  static Feature read(JsonNode body, Layer layer) throws BadInputException {
    JsonNode properties = body.path("properties");
    if (!body.isObject() || !body.path("type").asText().equals("Feature")) {
      throw new BadInputException(
          Fault.of("type", "the body is not a GeoJSON feature", "Send \"type\": \"Feature\""));
    }
    if (properties instanceof ObjectNode object) {
      refuseUnknown(object, layer);
      object.remove(READ_ONLY);
    }
    GeoJsonFeatures.Result result = new GeoJsonFeatures(layer, Mapping.NONE).read(body);
    if (!result.faults().isEmpty()) {
      throw new BadInputException(result.faults());
    }
    return result.feature().orElseThrow().withProvenance(provenance(properties));
  }

  /** The edit of a stored feature: its identity and what the source once said stay. */
  static Feature successor(Feature current, Feature edited) {
    Provenance old = current.provenance();
    Provenance given = edited.provenance();
    boolean named = given.sourceId() != null || !given.sourceSystem().equals(Provenance.OWN);
    Provenance kept =
        named
            ? new Provenance(given.sourceSystem(), given.sourceId(), old.batch(), old.original())
            : old;
    return edited.withProvenance(kept).withId(current.id());
  }

  private static Provenance provenance(JsonNode properties) {
    JsonNode system = properties.path("source_system");
    JsonNode id = properties.path("source_id");
    return new Provenance(
        system.isTextual() ? system.asText() : Provenance.OWN,
        id.isTextual() ? id.asText() : null,
        null,
        Map.of());
  }

  private static void refuseUnknown(ObjectNode properties, Layer layer) throws BadInputException {
    List<String> known = new LayerSchema(layer).propertyNames();
    List<Fault> faults = new ArrayList<>();
    properties
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name) && !READ_ONLY.contains(name)) {
                faults.add(
                    Fault.of(
                        name,
                        Message.of("is not a property of {layer}", layer.name()),
                        Message.of("See /collections/{layer}/schema", layer.name())));
              }
            });
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }

  private static JsonNode carry(JsonNode geometry, Crs crs) throws BadInputException {
    try {
      Geometry own = new GeoJsonReader().read(geometry.toString());
      GeoJsonWriter writer = new GeoJsonWriter(12);
      writer.setEncodeCRS(false);
      return Json.MAPPER.readTree(writer.write(crs.toWgs84(own)));
    } catch (ParseException | IOException | IllegalArgumentException wrong) {
      throw new BadInputException(
          Fault.of(
              "geometry",
              Message.of("cannot be read: {wrong}", wrong.getMessage()),
              "Send GeoJSON"));
    }
  }
}
