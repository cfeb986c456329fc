package org.vigie.geodata.query.cql2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.Operands;

/** Writes CQL2 JSON. */
final class JsonPrinter {

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  JsonNode node(Filter filter) {
    if (filter instanceof Filter.Constant constant) {
      return nodes.booleanNode(constant.value());
    }
    if (filter instanceof Filter.And and) {
      return connective("and", and.parts());
    }
    if (filter instanceof Filter.Or or) {
      return connective("or", or.parts());
    }
    if (filter instanceof Filter.Not not) {
      return connective("not", List.of(not.part()));
    }
    if (filter instanceof Filter.In in) {
      ArrayNode args = nodes.arrayNode().add(node(in.value())).add(array(in.list()));
      return op("in", args);
    }
    if (filter instanceof Filter.Truth truth) {
      return node(truth.call());
    }
    return op(name(filter), array(Operands.of(filter)));
  }

  private static String name(Filter filter) {
    if (filter instanceof Filter.Comparison comparison) {
      return comparison.operator().sign();
    }
    if (filter instanceof Filter.Like) {
      return "like";
    }
    if (filter instanceof Filter.Between) {
      return "between";
    }
    if (filter instanceof Filter.IsNull) {
      return "isNull";
    }
    if (filter instanceof Filter.Spatial spatial) {
      return spatial.relation().function().toLowerCase(Locale.ROOT);
    }
    if (filter instanceof Filter.Temporal temporal) {
      return temporal.relation().json();
    }
    if (filter instanceof Filter.Arrays arrays) {
      return arrays.relation().json();
    }
    throw new IllegalStateException("no operator for " + filter);
  }

  private JsonNode connective(String op, List<Filter> parts) {
    ArrayNode args = nodes.arrayNode();
    parts.forEach(part -> args.add(node(part)));
    return op(op, args);
  }

  private ObjectNode op(String op, ArrayNode args) {
    ObjectNode node = nodes.objectNode().put("op", op);
    node.set("args", args);
    return node;
  }

  private ArrayNode array(List<Expression> members) {
    ArrayNode array = nodes.arrayNode();
    members.forEach(member -> array.add(node(member)));
    return array;
  }

  private JsonNode node(Expression expression) {
    if (expression instanceof Expression.Property property) {
      return nodes.objectNode().put("property", property.name());
    }
    if (expression instanceof Expression.TextLiteral text) {
      return nodes.textNode(text.value());
    }
    if (expression instanceof Expression.NumberLiteral number) {
      return number.value() instanceof Long whole
          ? nodes.numberNode(whole)
          : nodes.numberNode(number.value().doubleValue());
    }
    if (expression instanceof Expression.BooleanLiteral literal) {
      return nodes.booleanNode(literal.value());
    }
    if (expression instanceof Expression.DateLiteral date) {
      return nodes.objectNode().put("date", date.value().toString());
    }
    if (expression instanceof Expression.TimestampLiteral timestamp) {
      return nodes.objectNode().put("timestamp", timestamp.value().toString());
    }
    if (expression instanceof Expression.Interval interval) {
      ObjectNode node = nodes.objectNode();
      node.putArray("interval").add(bound(interval.start())).add(bound(interval.end()));
      return node;
    }
    if (expression instanceof Expression.GeometryLiteral geometry) {
      return GeoJsonWriter.node(geometry.value());
    }
    if (expression instanceof Expression.BoxLiteral box) {
      ObjectNode node = nodes.objectNode();
      node.putArray("bbox").add(box.west()).add(box.south()).add(box.east()).add(box.north());
      return node;
    }
    if (expression instanceof Expression.ArrayLiteral array) {
      return array(array.elements());
    }
    if (expression instanceof Expression.Arithmetic arithmetic) {
      return op(arithmetic.operator().sign(), array(Operands.of(arithmetic)));
    }
    if (expression instanceof Expression.Call call) {
      return op(call.name(), array(call.arguments()));
    }
    if (expression instanceof Expression.Condition condition) {
      return node(condition.filter());
    }
    return nodes.textNode("..");
  }

  private JsonNode bound(Expression bound) {
    if (bound instanceof Expression.DateLiteral date) {
      return nodes.textNode(date.value().toString());
    }
    if (bound instanceof Expression.TimestampLiteral timestamp) {
      return nodes.textNode(timestamp.value().toString());
    }
    return node(bound);
  }
}
