package org.vigie.server.workflow.duplicates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.geojson.GeoJsonFeatures;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.Json;

/** What an incident that is split off says. */
final class SplitValues {

  private SplitValues() {}

  /** Properties of the new incident, checked as those of any other. */
  static Map<String, Object> of(Layer layer, Feature from, @Nullable JsonNode given)
      throws BadInputException {
    ObjectNode properties =
        given instanceof ObjectNode object ? object.deepCopy() : Json.MAPPER.createObjectNode();
    Set<String> named = new HashSet<>();
    properties.fieldNames().forEachRemaining(named::add);
    for (String name : named) {
      boolean isState = layer.workflow().orElseThrow().property().equals(name);
      if (isState || layer.findProperty(name).isEmpty()) {
        throw new BadInputException(
            Fault.of(
                "values." + name,
                "cannot be given",
                Message.of("Name properties of {layer}", layer.name())));
      }
    }
    layer
        .drawnBy()
        .filter(name -> !properties.has(name) && from.properties().get(name) instanceof String)
        .ifPresent(name -> properties.put(name, String.valueOf(from.properties().get(name))));
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("type", "Feature");
    body.putNull("geometry");
    body.set("properties", properties);
    GeoJsonFeatures.Result result = new GeoJsonFeatures(layer, Mapping.NONE).read(body);
    if (result.feature().isEmpty()) {
      throw new BadInputException(result.faults());
    }
    Map<String, Object> values = new HashMap<>(result.feature().get().properties());
    values.keySet().retainAll(named);
    return values;
  }
}
