package org.vigie.geodata.store.postgis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;

/**
 * Reads the properties of a layer's features from the document that {@link Documents} wrote, in the
 * order of the layer file. Declared properties only: what a former layer file declared stays stored
 * but is not read. Token by token, because this is most of what reading a feature costs: a tree of
 * each document took twice as long. For one thread.
 */
final class PropertyReader {

  private static final JsonFactory JSON = new ObjectMapper().getFactory();

  private final List<Property> properties;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final @Nullable Object[] values;

  PropertyReader(Layer layer) {
    properties = layer.properties();
    for (int i = 0; i < properties.size(); i++) {
      numbers.put(properties.get(i).name(), i);
    }
    values = new @Nullable Object[properties.size()];
  }

  /** Properties without a value are left out. */
  Map<String, Object> read(String document) {
    try (JsonParser json = JSON.createParser(document)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        Integer number = numbers.get(name);
        JsonToken token = json.nextToken();
        if (number == null) {
          json.skipChildren();
        } else {
          values[number] = value(json, token, properties.get(number));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the database sent a document that is not JSON", e);
    }
    return taken();
  }

  private Map<String, Object> taken() {
    Map<String, Object> read = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        read.put(properties.get(i).name(), value);
        values[i] = null;
      }
    }
    return read;
  }

  private static @Nullable Object value(JsonParser json, JsonToken token, Property property)
      throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token.isScalarValue()) {
      switch (property.type()) {
        case TEXT, LONG_TEXT, CODE -> {
          return json.getText();
        }
        case INTEGER -> {
          return json.getValueAsLong();
        }
        case NUMBER -> {
          return json.getValueAsDouble();
        }
        case BOOLEAN -> {
          return json.getValueAsBoolean();
        }
        default -> {
          // dates and what is stored as another type than is declared now
        }
      }
    }
    return decode(json.readValueAsTree(), property);
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
}
