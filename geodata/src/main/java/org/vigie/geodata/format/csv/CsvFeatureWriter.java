package org.vigie.geodata.format.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;
import org.vigie.geodata.format.FeatureWriter;
import org.vigie.geodata.format.FileHead;
import org.vigie.geodata.format.table.FormulaGuard;
import org.vigie.geodata.format.table.QuoteText;
import org.vigie.geodata.format.table.TableReader;
import org.vigie.geodata.format.value.PropertyJson;
import org.vigie.geodata.geo.Ordinates;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;

/**
 * Writes one layer as a comma-separated UTF-8 table: id, place (longitude and latitude of a point
 * layer, else well-known text), the common attributes, then the layer's properties in its order.
 * Times are ISO 8601 in UTC, lists and tables JSON; text that a spreadsheet would run is made
 * inert.
 */
final class CsvFeatureWriter implements FeatureWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private final Layer layer;
  private final boolean points;
  private final CsvWriter out;

  CsvFeatureWriter(OutputStream stream, Layer layer, FileHead head) {
    this.layer = layer;
    this.points = layer.geometry() == GeometryKind.POINT;
    this.out =
        CsvWriter.builder()
            .quoteStrategy(QuoteText.INSTANCE)
            .build(new Uncloseable(stream), StandardCharsets.UTF_8);
    // One quoted cell a line, which no spreadsheet runs and our own reader leaves out.
    head.entries()
        .forEach((name, value) -> out.writeRecord(TableReader.COMMENT + name + ": " + value));
    out.writeRecord(header());
  }

  private List<String> header() {
    List<String> names = new ArrayList<>();
    names.add("id");
    names.addAll(points ? List.of("longitude", "latitude") : List.of("wkt"));
    names.addAll(
        List.of(
            "valid_from",
            "valid_to",
            "time_precision",
            "location_class",
            "radius_m",
            "classification",
            "compartments",
            "source_system",
            "source_id"));
    layer.properties().forEach(p -> names.add(p.name()));
    names.add("recorded_at");
    names.add("version");
    return names;
  }

  @Override
  public void write(Feature feature) throws IOException {
    List<String> cells = new ArrayList<>();
    cells.add(feature.id().toString());
    place(cells, feature.geometry());
    TimeSpan time = feature.validTime() == null ? TimeSpan.ALWAYS : feature.validTime();
    cells.add(text(time.start()));
    cells.add(text(time.end()));
    var precision = feature.timePrecision();
    cells.add(precision == null ? "" : precision.code());
    cells.add(feature.locationClass() == null ? "" : feature.locationClass().name());
    cells.add(feature.radiusMetres() == null ? "" : feature.radiusMetres().toString());
    cells.add(feature.classification().name());
    cells.add(String.join("; ", new TreeSet<>(feature.compartments())));
    cells.add(FormulaGuard.protect(feature.provenance().sourceSystem()));
    String sourceId = feature.provenance().sourceId();
    cells.add(sourceId == null ? "" : FormulaGuard.protect(sourceId));
    for (Property property : layer.properties()) {
      Object value = feature.properties().get(property.name());
      cells.add(value == null ? "" : cell(value));
    }
    cells.add(text(feature.recordedAt()));
    cells.add(feature.version() == 0 ? "" : Long.toString(feature.version()));
    out.writeRecord(cells);
  }

  private void place(List<String> cells, @Nullable Geometry geometry) {
    if (!points) {
      cells.add(geometry == null ? "" : new WKTWriter().write(geometry));
    } else if (geometry instanceof Point point && !point.isEmpty()) {
      cells.add(Ordinates.format(point.getX()));
      cells.add(Ordinates.format(point.getY()));
    } else {
      cells.add("");
      cells.add("");
    }
  }

  private static String cell(Object value) throws IOException {
    if (value instanceof List<?> list) {
      boolean plain =
          list.stream().allMatch(i -> i instanceof String s && isPlain(s)) && !list.isEmpty();
      return FormulaGuard.protect(
          plain ? String.join("; ", list.stream().map(String::valueOf).toList()) : json(list));
    }
    return value instanceof String text ? FormulaGuard.protect(text) : value.toString();
  }

  private static boolean isPlain(String item) {
    return !item.isBlank()
        && item.equals(item.strip())
        && item.indexOf(';') < 0
        && !item.startsWith("[");
  }

  private static String json(List<?> list) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      PropertyJson.write(generator, list);
    }
    return text.toString();
  }

  private static String text(@Nullable Instant instant) {
    return instant == null ? "" : instant.toString();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
