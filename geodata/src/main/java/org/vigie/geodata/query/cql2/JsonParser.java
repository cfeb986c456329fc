package org.vigie.geodata.query.cql2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.ArithmeticOperator;
import org.vigie.geodata.query.ArrayRelation;
import org.vigie.geodata.query.ComparisonOperator;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.FilterFunction;
import org.vigie.geodata.query.SpatialRelation;
import org.vigie.geodata.query.TemporalRelation;

/** Reads the JSON tree of CQL2. The names of the standard operators are taken in any case. */
final class JsonParser {

  private static final String CONDITION =
      "an object with \"op\" and \"args\" that is a condition, or true or false";

  private final JsonOperands operands;

  JsonParser(Geometries geometries) {
    this.operands = new JsonOperands(this, geometries);
  }

  Filter filter(JsonNode root) throws BadInputException {
    return filter(JsonPlace.root(root));
  }

  private Filter filter(JsonPlace place) throws BadInputException {
    Expression expression = operands.expression(place);
    if (expression instanceof Expression.Condition condition) {
      return condition.filter();
    }
    if (expression instanceof Expression.BooleanLiteral literal) {
      return new Filter.Constant(literal.value());
    }
    if (expression instanceof Expression.Call call) {
      return new Filter.Truth(call);
    }
    throw place.unexpected(CONDITION);
  }

  /** A condition, an operation or a function call. */
  Expression operation(JsonPlace place) throws BadInputException {
    onlyMembers(place, Set.of("op", "args"));
    String op = place.member("op").text("the name of an operator or a function");
    JsonPlace args = place.member("args");
    String word = op.toLowerCase(Locale.ROOT);
    return switch (word) {
      case "and" -> new Expression.Condition(new Filter.And(filters(args)));
      case "or" -> new Expression.Condition(new Filter.Or(filters(args)));
      case "not" -> new Expression.Condition(new Filter.Not(filter(args.elements(1).get(0))));
      case "like" -> {
        List<Expression> two = values(args, 2);
        yield new Expression.Condition(new Filter.Like(two.get(0), two.get(1)));
      }
      case "between" -> {
        List<Expression> three = values(args, 3);
        yield new Expression.Condition(
            new Filter.Between(three.get(0), three.get(1), three.get(2)));
      }
      case "in" -> in(args);
      case "isnull" ->
          new Expression.Condition(new Filter.IsNull(operands.expression(args.elements(1).get(0))));
      default -> named(op, args);
    };
  }

  private Expression named(String op, JsonPlace args) throws BadInputException {
    var comparison = ComparisonOperator.find(op);
    var arithmetic = ArithmeticOperator.find(op);
    var spatial = SpatialRelation.find(op);
    var temporal = TemporalRelation.find(op);
    var array = ArrayRelation.find(op);
    boolean known =
        comparison.isPresent()
            || arithmetic.isPresent()
            || spatial.isPresent()
            || temporal.isPresent()
            || array.isPresent();
    if (!known) {
      return call(op, args);
    }
    List<Expression> two = values(args, 2);
    Expression left = two.get(0);
    Expression right = two.get(1);
    if (arithmetic.isPresent()) {
      return new Expression.Arithmetic(arithmetic.get(), left, right);
    }
    if (comparison.isPresent()) {
      return new Expression.Condition(new Filter.Comparison(comparison.get(), left, right));
    }
    if (spatial.isPresent()) {
      return new Expression.Condition(new Filter.Spatial(spatial.get(), left, right));
    }
    return new Expression.Condition(
        temporal.isPresent()
            ? new Filter.Temporal(temporal.get(), left, right)
            : new Filter.Arrays(array.orElseThrow(), left, right));
  }

  private Expression call(String op, JsonPlace args) throws BadInputException {
    if (Names.needsQuotes(op) || Names.isReservedFunction(op)) {
      throw args.fault(
          Message.of("there is no operator or function {op}", op),
          Message.of("Use an operator of CQL2 or a function's name"));
    }
    List<Expression> arguments = new ArrayList<>();
    for (JsonPlace argument : args.elements()) {
      arguments.add(operands.expression(argument));
    }
    boolean folds = FilterFunction.find(op).map(FilterFunction::foldsText).orElse(false);
    return new Expression.Call(folds ? op.toLowerCase(Locale.ROOT) : op, arguments);
  }

  private Expression in(JsonPlace args) throws BadInputException {
    List<JsonPlace> two = args.elements(2);
    List<Expression> list = new ArrayList<>();
    for (JsonPlace element : two.get(1).elements()) {
      list.add(operands.value(element));
    }
    if (list.isEmpty()) {
      throw two.get(1)
          .fault(Message.of("the list is empty"), Message.of("Give at least one value"));
    }
    return new Expression.Condition(new Filter.In(operands.value(two.get(0)), list));
  }

  private List<Filter> filters(JsonPlace args) throws BadInputException {
    List<Filter> parts = new ArrayList<>();
    for (JsonPlace part : args.elements()) {
      parts.add(filter(part));
    }
    if (parts.size() < 2) {
      throw args.fault(
          Message.of("there is nothing to join"), Message.of("Give at least two conditions"));
    }
    return parts;
  }

  private List<Expression> values(JsonPlace args, int count) throws BadInputException {
    List<Expression> values = new ArrayList<>();
    for (JsonPlace value : args.elements(count)) {
      values.add(operands.value(value));
    }
    return values;
  }

  static void onlyMembers(JsonPlace place, Set<String> allowed) throws BadInputException {
    for (Iterator<String> names = place.node().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!allowed.contains(name)) {
        throw place.fault(
            Message.of("the member \"{name}\" has no meaning here", name),
            Message.of(
                "Allowed here: {choices}", String.join(", ", allowed.stream().sorted().toList())));
      }
    }
  }
}
