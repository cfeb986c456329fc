package org.vigie.geodata.store.postgis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.vigie.geodata.query.ArrayRelation;
import org.vigie.geodata.query.ConstantExpression;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.ValueType;

/**
 * Compiles array conditions. Lists of texts are compared as JSON arrays, as they are stored, which
 * is what a GIN index on the property serves; JSON containment takes arrays as sets, like CQL2.
 */
final class ArraySql {

  private final Queryables queryables;
  private final ExpressionSql expressions;

  ArraySql(Queryables queryables, ExpressionSql expressions) {
    this.queryables = queryables;
    this.expressions = expressions;
  }

  Sql relation(Filter.Arrays arrays) {
    Expression left = arrays.left();
    Expression right = arrays.right();
    ValueType type = queryables.typeOf(left).common(queryables.typeOf(right)).orElseThrow();
    boolean stored = left instanceof Expression.Property || right instanceof Expression.Property;
    if (!stored) {
      return compared(arrays.relation(), array(left, type), array(right, type), "&&");
    }
    if (arrays.relation() != ArrayRelation.OVERLAPS) {
      return compared(arrays.relation(), json(left), json(right), "");
    }
    return left instanceof Expression.Property ? overlaps(left, right) : overlaps(right, left);
  }

  private static Sql compared(ArrayRelation relation, Sql left, Sql right, String overlaps) {
    String sign =
        switch (relation) {
          case CONTAINS, EQUALS -> " @> ";
          case CONTAINED_BY -> " <@ ";
          case OVERLAPS -> " " + overlaps + " ";
        };
    Sql sql = Sql.of("(").add(left).add(sign).add(right);
    if (relation == ArrayRelation.EQUALS) {
      sql.add(" and ").add(left).add(" <@ ").add(right);
    }
    return sql.add(")");
  }

  private Sql overlaps(Expression stored, Expression other) {
    if (!(other instanceof Expression.Property)) {
      // The driver reads two question marks as the operator's one.
      return Sql.of("(").add(json(stored)).add(" ??| ").add(array(other, ValueType.TEXTS)).add(")");
    }
    return Sql.of("(")
        .add(json(stored))
        .add(" ??| case when ")
        .add(json(other))
        .add(" is not null then array(select jsonb_array_elements_text(")
        .add(json(other))
        .add(")) end)");
  }

  private Sql json(Expression operand) {
    if (operand instanceof Expression.Property property) {
      return Sql.of(Columns.get(queryables.layer(), property.name()).expression());
    }
    List<Expression> elements = ((Expression.ArrayLiteral) operand).elements();
    if (ConstantExpression.isConstant(operand)) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Expression each : elements) {
        array.add((String) ConstantExpression.value(each, queryables));
      }
      return Sql.of("?::jsonb", array.toString());
    }
    return listed("jsonb_build_array(", elements, ValueType.TEXT).add(")");
  }

  private Sql array(Expression operand, ValueType type) {
    ValueType element = type.element();
    return listed("array[", ((Expression.ArrayLiteral) operand).elements(), element)
        .add("]::" + ExpressionSql.sqlType(element) + "[]");
  }

  private Sql listed(String opening, List<Expression> elements, ValueType type) {
    Sql sql = Sql.of(opening);
    String separator = "";
    for (Expression each : elements) {
      sql.add(separator).add(expressions.value(each, type));
      separator = ", ";
    }
    return sql;
  }
}
