package org.vigie.server.processes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.LogPosition;
import org.vigie.server.http.Json;
import org.vigie.server.selection.Members;

/**
 * A result as a GeoJSON FeatureCollection with a member {@code diagnostics}: enough to judge it, to
 * keep it and to run it again.
 */
final class ResultJson {

  /** Eleven centimetres. */
  private static final int DECIMALS = 6;

  private final Analysis analysis;
  private final Members inputs;
  private final LogPosition asOf;

  ResultJson(Analysis analysis, Members inputs, LogPosition asOf) {
    this.analysis = analysis;
    this.inputs = inputs;
    this.asOf = asOf;
  }

  JsonNode of(AnalysisResult result, Classification mark) {
    ObjectNode collection = Json.MAPPER.createObjectNode().put("type", "FeatureCollection");
    collection.put("classification", mark.name());
    ArrayNode features = collection.putArray("features");
    result.findings().forEach(finding -> features.add(feature(finding)));
    result.legend().ifPresent(legend -> collection.set("legend", Json.MAPPER.valueToTree(legend)));
    collection.set("diagnostics", diagnostics(result.diagnostics()));
    return collection;
  }

  private static ObjectNode feature(AnalysisResult.Finding finding) {
    ObjectNode feature = Json.MAPPER.createObjectNode().put("type", "Feature");
    feature.set("geometry", geometry(finding.geometry()));
    feature.set("properties", Json.MAPPER.valueToTree(finding.properties()));
    return feature;
  }

  private static JsonNode geometry(Geometry geometry) {
    GeoJsonWriter writer = new GeoJsonWriter(DECIMALS);
    writer.setEncodeCRS(false);
    writer.setForceCCW(true);
    try {
      return Json.MAPPER.readTree(writer.write(geometry));
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }

  private ObjectNode diagnostics(Diagnostics diagnostics) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("n", diagnostics.n());
    node.put("used", diagnostics.used());
    node.set("dropped", Json.MAPPER.valueToTree(diagnostics.dropped()));
    node.set("parameters", Json.MAPPER.valueToTree(diagnostics.parameters()));
    node.set("reasons", Json.MAPPER.valueToTree(diagnostics.reasons()));
    diagnostics.figures().forEach((name, value) -> node.set(name, Json.MAPPER.valueToTree(value)));
    node.set("caveats", Json.MAPPER.valueToTree(diagnostics.caveats()));
    node.put("method", diagnostics.method());
    node.put("process", analysis.id());
    node.put("version", analysis.version());
    node.set("inputs", inputs.node());
    node.set("dataAsOf", Json.MAPPER.valueToTree(asOf));
    return node;
  }
}
