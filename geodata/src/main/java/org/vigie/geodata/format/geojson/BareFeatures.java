package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Head;
import org.vigie.geodata.format.TextEncoding;
import org.vigie.geodata.model.BadInputException;

/**
 * The features of a GeoJSON file as geometry and properties, for what belongs to no layer. What
 * cannot be read ends it with where it stands.
 */
public final class BareFeatures implements AutoCloseable {

  /**
   * One feature.
   *
   * @param geometry WGS 84 longitude/latitude
   * @param properties texts, whole numbers as Long, other numbers as Double
   */
  public record Bare(Geometry geometry, Map<String, Object> properties) {}

  private final String file;
  private final GeoJsonRecords records;

  private BareFeatures(String file, GeoJsonRecords records) {
    this.file = file;
    this.records = records;
  }

  /**
   * @param counting what the bytes go through, to tell how far they are read
   */
  public static BareFeatures open(ByteSource source, UnaryOperator<InputStream> counting)
      throws IOException, BadInputException {
    TextEncoding encoding = TextEncoding.of(source);
    boolean lines = GeoJsonFormat.isLineDelimited(Head.of(source));
    Reader text = encoding.open(counted(source, counting));
    return new BareFeatures(
        source.name(), lines ? new LineRecords(text) : new DocumentRecords(source.name(), text));
  }

  private static ByteSource counted(ByteSource source, UnaryOperator<InputStream> counting) {
    return new ByteSource() {
      @Override
      public String name() {
        return source.name();
      }

      @Override
      public long size() throws IOException {
        return source.size();
      }

      @Override
      public InputStream open() throws IOException {
        return counting.apply(source.open());
      }
    };
  }

  /** The next that has a geometry; empty after the last. */
  public Optional<Bare> next() throws IOException, BadInputException {
    for (var item = records.next(); item.isPresent(); item = records.next()) {
      GeoJsonRecords.Item record = item.get();
      if (record.node().isEmpty()) {
        throw new BadInputException(
            record.faults().stream().map(fault -> fault.at(file, record.line())).toList());
      }
      JsonNode node = record.node().get();
      boolean bare = !node.path("type").asText("Feature").equals("Feature");
      JsonNode geometry = bare ? node : node.path("geometry");
      if (!geometry.isObject()) {
        continue;
      }
      try {
        return Optional.of(new Bare(GeoJsonGeometry.read(geometry), properties(node)));
      } catch (BadInputException wrong) {
        throw new BadInputException(
            wrong.faults().stream().map(fault -> fault.at(file, record.line())).toList());
      }
    }
    return Optional.empty();
  }

  private static Map<String, Object> properties(JsonNode feature) {
    Map<String, Object> properties = new LinkedHashMap<>();
    feature
        .path("properties")
        .properties()
        .forEach(
            each -> {
              JsonNode value = each.getValue();
              if (value.isTextual()) {
                properties.put(each.getKey(), value.textValue());
              } else if (value.isIntegralNumber() && value.canConvertToLong()) {
                properties.put(each.getKey(), value.longValue());
              } else if (value.isNumber() && Double.isFinite(value.doubleValue())) {
                properties.put(each.getKey(), value.doubleValue());
              } else if (value.isBoolean()) {
                properties.put(each.getKey(), value.asText());
              }
            });
    return properties;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
