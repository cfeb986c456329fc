package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.format.FeatureWriter;
import org.vigie.geodata.format.FileHead;
import org.vigie.geodata.format.value.PropertyJson;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;

/** Writes a FeatureCollection feature by feature. */
public final class GeoJsonWriter implements FeatureWriter {

  private final JsonGenerator out;
  private Classification highest = Classification.UNCLASSIFIED;

  GeoJsonWriter(OutputStream stream, FileHead head) throws IOException {
    out = Json.FACTORY.createGenerator(stream);
    out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    out.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    out.writeStartObject();
    out.writeStringField("type", "FeatureCollection");
    if (!head.entries().isEmpty()) {
      out.writeObjectFieldStart("query");
      for (Map.Entry<String, String> entry : head.entries().entrySet()) {
        out.writeStringField(entry.getKey(), entry.getValue());
      }
      out.writeEndObject();
    }
    out.writeArrayFieldStart("features");
  }

  @Override
  public void write(Feature feature) throws IOException {
    highest = highest.highest(feature.classification());
    out.writeStartObject();
    writeMembers(out, feature);
    out.writeEndObject();
  }

  /** Writes the members of a Feature object into one that is open, so that others can be added. */
  public static void writeMembers(JsonGenerator out, Feature feature) throws IOException {
    out.writeStringField("type", "Feature");
    out.writeStringField("id", feature.id().toString());
    out.writeFieldName("geometry");
    if (feature.geometry() == null) {
      out.writeNull();
    } else {
      GeoJsonGeometryWriter.write(out, feature.geometry());
    }
    out.writeObjectFieldStart("properties");
    writeProperties(out, feature);
    out.writeEndObject();
  }

  /** Writes the common attributes and the layer's own properties into an open object. */
  public static void writeProperties(JsonGenerator out, Feature feature) throws IOException {
    for (Map.Entry<String, Object> property : feature.properties().entrySet()) {
      out.writeFieldName(property.getKey());
      PropertyJson.write(out, property.getValue());
    }
    TimeSpan time = feature.validTime();
    if (time != null) {
      text(out, "valid_from", text(time.start()));
      text(out, "valid_to", text(time.end()));
    }
    var precision = feature.timePrecision();
    text(out, "time_precision", precision == null ? null : precision.code());
    var locationClass = feature.locationClass();
    text(out, "location_class", locationClass == null ? null : locationClass.name());
    Double radius = feature.radiusMetres();
    if (radius != null) {
      out.writeNumberField("radius_m", radius);
    }
    out.writeStringField("classification", feature.classification().name());
    if (!feature.compartments().isEmpty()) {
      out.writeArrayFieldStart("compartments");
      for (String code : new TreeSet<>(feature.compartments())) {
        out.writeString(code);
      }
      out.writeEndArray();
    }
    out.writeStringField("source_system", feature.provenance().sourceSystem());
    text(out, "source_id", feature.provenance().sourceId());
    text(out, "recorded_at", text(feature.recordedAt()));
    if (feature.version() > 0) {
      out.writeNumberField("version", feature.version());
    }
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static void text(JsonGenerator out, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      out.writeStringField(name, value);
    }
  }

  @Override
  public void close() throws IOException {
    out.writeEndArray();
    // The mark of the whole; behind the features because it is that of the highest of them.
    out.writeStringField("classification", highest.name());
    out.writeEndObject();
    out.close();
  }
}
