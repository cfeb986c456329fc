package org.vigie.server.processes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.vigie.geodata.format.table.FormulaGuard;
import org.vigie.geodata.format.table.QuoteText;
import org.vigie.server.http.Json;

/**
 * Findings or a table of a result as a comma-separated UTF-8 table. Each row carries the
 * classification, because rows are copied elsewhere; the last lines say where it is from. Lists and
 * objects are JSON; text that a spreadsheet would run is made inert.
 */
final class ResultTable {

  private final JsonNode document;

  ResultTable(JsonNode document) {
    this.document = document;
  }

  /** A row for each finding, with a point inside it and well-known text, WGS 84. */
  byte[] findings() {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode feature : document.path("features")) {
      feature.path("properties").fieldNames().forEachRemaining(names::add);
    }
    List<String> header = new ArrayList<>(List.of("classification", "longitude", "latitude"));
    names.forEach(name -> header.add(FormulaGuard.protect(name)));
    header.add("wkt");
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode feature : document.path("features")) {
      rows.add(row(feature, names));
    }
    return write(header, rows);
  }

  private List<String> row(JsonNode feature, Set<String> names) {
    Geometry geometry = geometry(feature.path("geometry"));
    Point at = geometry instanceof Point point ? point : geometry.getInteriorPoint();
    List<String> row = new ArrayList<>();
    row.add(document.path("classification").asText());
    row.add(at.isEmpty() ? "" : Double.toString(at.getX()));
    row.add(at.isEmpty() ? "" : Double.toString(at.getY()));
    names.forEach(name -> row.add(cell(feature.path("properties").path(name))));
    row.add(geometry.toText());
    return row;
  }

  private static Geometry geometry(JsonNode node) {
    try {
      return new GeoJsonReader().read(Json.MAPPER.writeValueAsString(node));
    } catch (ParseException | JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }

  /** The rows of a table; a unit stands in the head of its column. */
  byte[] table(JsonNode table) {
    List<String> header = new ArrayList<>(List.of("classification"));
    for (JsonNode column : table.path("columns")) {
      String unit = column.path("unit").asText();
      String name = column.path("name").asText();
      header.add(FormulaGuard.protect(unit.isEmpty() ? name : name + " [" + unit + "]"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : table.path("rows")) {
      List<String> cells = new ArrayList<>(List.of(document.path("classification").asText()));
      row.forEach(value -> cells.add(cell(value)));
      rows.add(cells);
    }
    return write(header, rows);
  }

  private byte[] write(List<String> header, List<List<String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvWriter out =
        CsvWriter.builder()
            .quoteStrategy(QuoteText.INSTANCE)
            .build(bytes, StandardCharsets.UTF_8)) {
      out.writeRecord(header);
      rows.forEach(out::writeRecord);
      String mark = document.path("classification").asText();
      for (Map.Entry<String, String> each : new MethodNote(document).origins().entrySet()) {
        out.writeRecord(
            List.of(mark, FormulaGuard.protect("# " + each.getKey() + ": " + each.getValue())));
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  private static String cell(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return value.isValueNode()
        ? FormulaGuard.protect(value.asText())
        : FormulaGuard.protect(value.toString());
  }
}
