package org.vigie.server.workflow;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.geojson.GeoJsonFeatures;
import org.vigie.geodata.format.geojson.GeoJsonWriter;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.workflow.StateGuard;
import org.vigie.server.http.Json;

/**
 * An incident as a report lets one begin it: place, time, marks and what both layers call the same,
 * and over that what the officer says.
 */
final class IncidentDraft {

  /** What a report has under another name than an incident. */
  private static final Map<String, String> RENAMED = Map.of("headline", "title");

  /** The report's own: its number, and the grade that is judged for each report. */
  private static final Set<String> OWN =
      Set.of("ref", "source_reliability", "info_credibility", "source_system", "source_id");

  private final Layer reports;
  private final Layer incidents;

  IncidentDraft(Layer reports, Layer incidents) {
    this.reports = reports;
    this.incidents = incidents;
  }

  /**
   * @param said properties of the incident that the officer gives
   */
  Feature of(Feature report, JsonNode said) throws BadInputException {
    refuseUnknown(said);
    ObjectNode body = tree(report);
    ObjectNode properties = (ObjectNode) body.get("properties");
    for (Property property : reports.properties()) {
      JsonNode value = properties.remove(property.name());
      String name = RENAMED.getOrDefault(property.name(), property.name());
      if (value != null && !OWN.contains(property.name()) && takes(name, property, value)) {
        properties.set(name, value);
      }
    }
    properties.remove(List.of("id", "version", "recorded_at", "source_system", "source_id"));
    said.properties().forEach(each -> properties.set(each.getKey(), each.getValue()));
    GeoJsonFeatures.Result result = new GeoJsonFeatures(incidents, Mapping.NONE).read(body);
    if (!result.faults().isEmpty()) {
      throw new BadInputException(result.faults());
    }
    return StateGuard.created(incidents, result.feature().orElseThrow());
  }

  private boolean takes(String name, Property from, JsonNode value) {
    Optional<Property> property = incidents.findProperty(name);
    return property.filter(p -> p.type() == from.type() && !value.isNull()).isPresent();
  }

  private void refuseUnknown(JsonNode said) throws BadInputException {
    List<Fault> faults = new ArrayList<>();
    said.fieldNames()
        .forEachRemaining(
            name -> {
              if (incidents.findProperty(name).isEmpty()) {
                faults.add(
                    Fault.of(
                        name,
                        Message.of("is not a property of {incidents}", incidents.name()),
                        Message.of("See /collections/{incidents}/schema", incidents.name())));
              }
            });
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }

  private static ObjectNode tree(Feature feature) {
    try (TokenBuffer buffer = new TokenBuffer(Json.MAPPER, false)) {
      buffer.writeStartObject();
      GeoJsonWriter.writeMembers((JsonGenerator) buffer, feature);
      buffer.writeEndObject();
      ObjectNode tree = Json.MAPPER.readTree(buffer.asParser());
      tree.remove("id");
      return tree;
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
