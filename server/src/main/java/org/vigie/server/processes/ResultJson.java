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
import org.vigie.geodata.analysis.Grid;
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
  private final boolean exercise;

  /**
   * @param exercise whether nothing of the mission is real
   */
  ResultJson(Analysis analysis, Members inputs, LogPosition asOf, boolean exercise) {
    this.analysis = analysis;
    this.exercise = exercise;
    this.inputs = inputs;
    this.asOf = asOf;
  }

  JsonNode of(AnalysisResult result, Classification mark) {
    ObjectNode collection = Json.MAPPER.createObjectNode().put("type", "FeatureCollection");
    collection.put("classification", mark.name());
    if (exercise) {
      collection.put("exercise", true);
    }
    ArrayNode features = collection.putArray("features");
    result.findings().forEach(finding -> features.add(feature(finding)));
    result.legend().ifPresent(legend -> collection.set("legend", Json.MAPPER.valueToTree(legend)));
    collection.set("tables", Json.MAPPER.valueToTree(result.tables()));
    ArrayNode grids = collection.putArray("grids");
    result.grids().forEach(grid -> grids.add(grid(grid)));
    collection.set("diagnostics", diagnostics(result.diagnostics()));
    return collection;
  }

  /** Row by row from the north, each from the west; null where there is no value. */
  private static ObjectNode grid(Grid grid) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("name", grid.name());
    node.put("title", grid.title());
    node.put("unit", grid.unit());
    node.put("west", grid.west());
    node.put("north", grid.north());
    node.put("degreesPerColumn", grid.degreesPerColumn());
    node.put("degreesPerRow", grid.degreesPerRow());
    node.put("columns", grid.columns());
    node.put("rows", grid.rows());
    ArrayNode values = node.putArray("values");
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        float value = grid.value(row, column);
        if (Float.isFinite(value)) {
          values.add(value);
        } else {
          values.addNull();
        }
      }
    }
    return node;
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
