package org.vigie.geodata.format.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * Property values in JSON: dates and times as ISO 8601 text, lists as arrays, tables as objects.
 */
public final class PropertyJson {

  private PropertyJson() {}

  /** Reads a value that is not null; numbers written as text are taken. */
  public static Object read(Property property, JsonNode node) throws BadInputException {
    String name = property.name();
    return switch (property.type()) {
      case CODES, TEXTS ->
          node.isArray()
              ? words(property, node)
              : PropertyText.read(property, scalar(name, node), Styles.PLAIN);
      case TABLE ->
          node.isTextual()
              ? PropertyText.read(property, node.asText(), Styles.PLAIN)
              : table(property, node);
      case TEXT, LONG_TEXT -> scalar(name, node);
      case INTEGER, NUMBER, BOOLEAN, DATE, TIMESTAMP, CODE ->
          PropertyText.read(property, scalar(name, node), Styles.PLAIN);
    };
  }

  private static List<String> words(Property property, JsonNode array) throws BadInputException {
    List<String> words = new ArrayList<>();
    for (JsonNode item : array) {
      String word = scalar(property.name(), item);
      words.add(property.type() == PropertyType.CODES ? PropertyText.code(property, word) : word);
    }
    return words;
  }

  private static List<Map<String, Object>> table(Property property, JsonNode rows)
      throws BadInputException {
    if (!rows.isArray()) {
      throw bad(property.name(), "is no list of rows", Message.of("Give an array of objects"));
    }
    List<Map<String, Object>> table = new ArrayList<>();
    for (JsonNode row : rows) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (Property column : property.columns()) {
        JsonNode cell = row.path(column.name());
        if (!cell.isMissingNode() && !cell.isNull()) {
          values.put(column.name(), read(column, cell));
        }
      }
      table.add(values);
    }
    return table;
  }

  private static String scalar(String name, JsonNode node) throws BadInputException {
    if (node.isContainerNode() || node.isNull()) {
      throw bad(name, "is no single value", Message.of("Give one text, number or boolean"));
    }
    return node.asText();
  }

  private static BadInputException bad(String name, String what, Message fix) {
    return new BadInputException(Fault.of(name, Message.of("the value {what}", what), fix));
  }

  /** Writes any property value. */
  public static void write(JsonGenerator out, Object value) throws IOException {
    if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Long whole) {
      out.writeNumber(whole);
    } else if (value instanceof Double number) {
      out.writeNumber(number);
    } else if (value instanceof Boolean yes) {
      out.writeBoolean(yes);
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object item : list) {
        write(out, item);
      }
      out.writeEndArray();
    } else if (value instanceof Map<?, ?> row) {
      out.writeStartObject();
      for (Map.Entry<?, ?> cell : row.entrySet()) {
        out.writeFieldName(String.valueOf(cell.getKey()));
        write(out, cell.getValue());
      }
      out.writeEndObject();
    } else {
      out.writeString(value.toString());
    }
  }
}
