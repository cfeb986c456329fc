package org.vigie.geodata.store.postgis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The two JSON documents of a feature. Properties: an object, values by declared type, dates and
 * times in one fixed ISO form so that the index functions can take them apart. Original: an array
 * of [column, value] pairs, because jsonb would lose the order of an object's keys.
 */
final class Documents {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonFactory FACTORY = JSON.getFactory();
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private Documents() {}

  static String encodeProperties(Map<String, Object> properties) {
    return write(json -> writeValue(json, properties));
  }

  static String encodeOriginal(Map<String, String> original) {
    return write(
        json -> {
          json.writeStartArray();
          for (Map.Entry<String, String> column : original.entrySet()) {
            json.writeStartArray();
            json.writeString(column.getKey());
            json.writeString(column.getValue());
            json.writeEndArray();
          }
          json.writeEndArray();
        });
  }

  static Map<String, String> decodeOriginal(String document) {
    if (document.equals("[]")) {
      return Map.of();
    }
    Map<String, String> original = new LinkedHashMap<>();
    for (JsonNode pair : parse(document)) {
      original.put(pair.get(0).asText(), pair.get(1).asText());
    }
    return original;
  }

  private static void writeValue(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName((String) entry.getKey());
        writeValue(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> values) {
      json.writeStartArray();
      for (Object element : values) {
        writeValue(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Instant instant) {
      json.writeString(INSTANT.format(instant));
    } else if (value instanceof LocalDate date) {
      json.writeString(date.toString());
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString((String) value);
    }
  }

  private static JsonNode parse(String document) {
    try {
      return JSON.readTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException("the database sent a document that is not JSON", e);
    }
  }

  private static String write(Writing writing) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  @FunctionalInterface
  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }
}
