package org.vigie.geodata.query.cql2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.Expression;

/** The operands of CQL2 JSON: literals, properties, arrays. */
final class JsonOperands {

  private static final String OPERAND =
      "a text, a number, true, false, an array, or an object with \"op\", \"property\", \"date\","
          + " \"timestamp\", \"interval\", \"bbox\" or a GeoJSON \"type\"";

  private final JsonParser parser;
  private final Geometries geometries;
  private final GeoJsonReader geoJson;

  JsonOperands(JsonParser parser, Geometries geometries) {
    this.parser = parser;
    this.geometries = geometries;
    this.geoJson = new GeoJsonReader(geometries);
  }

  /** A value; a condition is not one. */
  Expression value(JsonPlace place) throws BadInputException {
    Expression expression = expression(place);
    if (expression instanceof Expression.Condition) {
      throw place.fault(
          Message.of("found a condition where a value is needed"),
          Message.of("Join conditions with and/or; compare values with =, <, like and so on"));
    }
    return expression;
  }

  Expression expression(JsonPlace place) throws BadInputException {
    try {
      return unguarded(place);
    } catch (IllegalArgumentException wrongLiteral) {
      throw place.fault(
          Message.of(String.valueOf(wrongLiteral.getMessage())),
          Message.of("Correct this literal"));
    }
  }

  private Expression unguarded(JsonPlace place) throws BadInputException {
    JsonNode node = place.node();
    if (node.isTextual()) {
      return Literals.text(node.textValue());
    }
    if (node.isNumber()) {
      return Literals.number(node.decimalValue(), node.isIntegralNumber());
    }
    if (node.isBoolean()) {
      return new Expression.BooleanLiteral(node.booleanValue());
    }
    if (node.isArray()) {
      List<Expression> elements = new ArrayList<>();
      for (JsonPlace element : place.elements()) {
        elements.add(expression(element));
      }
      return new Expression.ArrayLiteral(elements);
    }
    return object(place);
  }

  private Expression object(JsonPlace place) throws BadInputException {
    JsonNode node = place.node();
    if (node.has("op")) {
      return parser.operation(place);
    }
    if (node.has("property")) {
      return property(place);
    }
    if (node.has("date")) {
      JsonParser.onlyMembers(place, Set.of("date"));
      return Literals.date(place.member("date").text("a date such as \"2024-03-31\""));
    }
    if (node.has("timestamp")) {
      JsonParser.onlyMembers(place, Set.of("timestamp"));
      return Literals.timestamp(
          place.member("timestamp").text("a timestamp such as \"2024-03-31T18:00:00Z\""));
    }
    if (node.has("interval")) {
      JsonParser.onlyMembers(place, Set.of("interval"));
      List<JsonPlace> bounds = place.member("interval").elements(2);
      return new Expression.Interval(bound(bounds.get(0)), bound(bounds.get(1)));
    }
    if (node.has("type")) {
      return geometries.literal(geoJson.geometry(place));
    }
    if (node.has("bbox")) {
      JsonParser.onlyMembers(place, Set.of("bbox"));
      return geometries.box(geoJson.numbers(place.member("bbox")));
    }
    throw place.unexpected(OPERAND);
  }

  private static Expression property(JsonPlace place) throws BadInputException {
    JsonParser.onlyMembers(place, Set.of("property"));
    String name = place.member("property").text("the name of a property");
    Literals.text(name);
    if (name.isEmpty()) {
      throw place.fault(
          Message.of("the name of the property is empty"), Message.of("Name a property"));
    }
    return new Expression.Property(name);
  }

  private Expression bound(JsonPlace place) throws BadInputException {
    return place.node().isTextual() ? Literals.bound(place.node().textValue()) : value(place);
  }
}
