package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.FeatureReader;
import org.vigie.geodata.format.FeatureWriter;
import org.vigie.geodata.format.FileHead;
import org.vigie.geodata.format.Head;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.Recognition;
import org.vigie.geodata.format.TextEncoding;
import org.vigie.geodata.format.WritableFormat;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;

/**
 * GeoJSON (RFC 7946): a FeatureCollection, a single Feature, or a Feature a line (RFC 8142 and
 * newline-delimited). Read and written feature by feature.
 */
public final class GeoJsonFormat implements WritableFormat {

  @Override
  public String name() {
    return "geojson";
  }

  @Override
  public String label() {
    return "GeoJSON";
  }

  @Override
  public List<String> extensions() {
    return List.of("geojson", "json", "geojsonl", "ndjson");
  }

  @Override
  public String mediaType() {
    return "application/geo+json";
  }

  @Override
  public boolean claims(Head head) {
    String start = head.text().stripLeading();
    return start.startsWith("{") || start.startsWith("\u001e{");
  }

  @Override
  public FeatureReader read(ByteSource source, Layer layer, Mapping mapping)
      throws IOException, BadInputException {
    Optional<Charset> declared = mapping.encoding();
    TextEncoding encoding =
        declared.isPresent()
            ? TextEncoding.declared(declared.get(), source)
            : TextEncoding.of(source);
    GeoJsonFeatures features = new GeoJsonFeatures(layer, mapping);
    boolean lines = isLineDelimited(Head.of(source));
    Map<String, String> details = new LinkedHashMap<>();
    details.put("encoding", encoding.charset().name());
    details.put("timeZone", mapping.zone().getId());
    Recognition recognition =
        new Recognition(name(), lines ? "GeoJSON, a feature a line" : label(), details);
    Reader text = encoding.open(source);
    GeoJsonRecords records =
        lines ? new LineRecords(text) : new DocumentRecords(source.name(), text);
    return new GeoJsonReader(records, features, recognition, source.name());
  }

  /** Two or more lines, the first of which is a whole JSON object. */
  static boolean isLineDelimited(Head head) throws IOException {
    String text = head.text().stripLeading();
    if (text.startsWith("\u001e")) {
      return true;
    }
    int end = text.indexOf('\n');
    if (end < 0 || !text.substring(end).stripLeading().startsWith("{")) {
      return false;
    }
    try (JsonParser parser = Json.FACTORY.createParser(text.substring(0, end))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JsonProcessingException brokenLine) {
      return false;
    }
  }

  @Override
  public FeatureWriter write(OutputStream out, Layer layer, FileHead head) throws IOException {
    return new GeoJsonWriter(out, head);
  }
}
