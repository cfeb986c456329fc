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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;

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

  /** Declared properties only: what a former layer file declared stays stored but is not read. */
  static Map<String, Object> decodeProperties(String document, Layer layer) {
    JsonNode object = parse(document);
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Property property : layer.properties()) {
      Object value = decode(object.get(property.name()), property);
      if (value != null) {
        properties.put(property.name(), value);
      }
    }
    return properties;
  }

  static Map<String, String> decodeOriginal(String document) {
    Map<String, String> original = new LinkedHashMap<>();
    for (JsonNode pair : parse(document)) {
      original.put(pair.get(0).asText(), pair.get(1).asText());
    }
    return original;
  }

  private static @Nullable Object decode(@Nullable JsonNode node, Property property) {
    if (node == null || node.isNull()) {
      return null;
    }
    return switch (property.type()) {
      case TEXT, LONG_TEXT, CODE -> node.asText();
      case INTEGER -> node.asLong();
      case NUMBER -> node.asDouble();
      case BOOLEAN -> node.asBoolean();
      case DATE -> LocalDate.parse(node.asText());
      case TIMESTAMP -> Instant.parse(node.asText());
      case CODES, TEXTS -> texts(node);
      case TABLE -> rows(node, property.columns());
    };
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>(array.size());
    array.forEach(node -> texts.add(node.asText()));
    return List.copyOf(texts);
  }

  private static List<Map<String, Object>> rows(JsonNode array, List<Property> columns) {
    List<Map<String, Object>> rows = new ArrayList<>(array.size());
    for (JsonNode object : array) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (Property column : columns) {
        Object value = decode(object.get(column.name()), column);
        if (value != null) {
          row.put(column.name(), value);
        }
      }
      rows.add(row);
    }
    return rows;
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
