package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.vigie.geodata.format.Limits;

/**
 * Reads one value of a JSON stream as a tree, unless it is too large to be one feature: then it is
 * read past, and the stream goes on behind it.
 */
final class BoundedTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private int tokens;
  private boolean tooLarge;

  private BoundedTree(JsonParser parser) {
    this.parser = parser;
  }

  /** The value that starts at the current token; empty when it was too large. */
  static Optional<JsonNode> read(JsonParser parser) throws IOException {
    BoundedTree tree = new BoundedTree(parser);
    JsonNode node = tree.value();
    return tree.tooLarge ? Optional.empty() : Optional.of(node);
  }

  private JsonNode value() throws IOException {
    if (++tokens > Limits.FEATURE_TOKENS) {
      tooLarge = true;
      parser.skipChildren();
      return NODES.nullNode();
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private JsonNode integer() throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? NODES.numberNode(parser.getDoubleValue())
        : NODES.numberNode(parser.getLongValue());
  }

  private ObjectNode object() throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      JsonNode value = value();
      if (!tooLarge) {
        object.set(name, value);
      }
    }
    return object;
  }

  private ArrayNode array() throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode value = value();
      if (!tooLarge) {
        array.add(value);
      }
    }
    return array;
  }
}
