package org.vigie.geodata.store.postgis;

import java.util.List;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.query.ComparisonOperator;
import org.vigie.geodata.query.ConstantExpression;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.ValueType;

/**
 * Compiles a checked filter to a boolean SQL expression over the feature row {@code f}. Names come
 * from {@link Columns} only; every literal is bound. What names no property is evaluated here and
 * now, by the same code as in memory.
 */
final class FilterSql {

  private final Queryables queryables;
  private final ExpressionSql expressions;

  private FilterSql(Queryables queryables) {
    this.queryables = queryables;
    this.expressions = new ExpressionSql(queryables, this);
  }

  /**
   * @param filter one that passed {@link Queryables#check} of the layer
   * @return an expression in parentheses that may be joined with AND; unknown (NULL) means "does
   *     not pass"
   */
  static Sql compile(Filter filter, Layer layer) {
    return new FilterSql(Queryables.of(layer)).condition(filter);
  }

  Sql condition(Filter filter) {
    if (ConstantExpression.isConstant(filter)) {
      return Sql.of("(" + ConstantExpression.value(filter, queryables) + "::boolean)");
    }
    if (filter instanceof Filter.And and) {
      return joined(and.parts(), " and ");
    }
    if (filter instanceof Filter.Or or) {
      return joined(or.parts(), " or ");
    }
    if (filter instanceof Filter.Not not) {
      return Sql.of("(not ").add(condition(not.part())).add(")");
    }
    if (filter instanceof Filter.Comparison comparison) {
      return comparison(comparison.operator(), comparison.left(), comparison.right());
    }
    if (filter instanceof Filter.Like like) {
      return Sql.of("(")
          .add(expressions.value(like.value(), ValueType.TEXT))
          .add(" like ")
          .add(expressions.value(like.pattern(), ValueType.TEXT))
          .add(")");
    }
    if (filter instanceof Filter.Between between) {
      return Sql.of("(")
          .add(comparison(ComparisonOperator.GREATER_OR_EQUAL, between.value(), between.low()))
          .add(" and ")
          .add(comparison(ComparisonOperator.LESS_OR_EQUAL, between.value(), between.high()))
          .add(")");
    }
    if (filter instanceof Filter.In in) {
      return new MembershipSql(queryables, expressions).in(in);
    }
    if (filter instanceof Filter.IsNull isNull) {
      return isNull(isNull.operand());
    }
    if (filter instanceof Filter.Spatial spatial) {
      return new SpatialSql(queryables.layer()).relation(spatial);
    }
    if (filter instanceof Filter.Temporal temporal) {
      return new TemporalSql(queryables, expressions).relation(temporal);
    }
    if (filter instanceof Filter.Arrays arrays) {
      return new ArraySql(queryables, expressions).relation(arrays);
    }
    if (filter instanceof Filter.Truth truth) {
      return expressions.value(truth.call(), ValueType.BOOLEAN);
    }
    throw new IllegalArgumentException("no SQL for " + filter);
  }

  private Sql joined(List<Filter> parts, String word) {
    Sql sql = Sql.of("(");
    String separator = "";
    for (Filter part : parts) {
      sql.add(separator).add(condition(part));
      separator = word;
    }
    return sql.add(")");
  }

  private Sql comparison(ComparisonOperator operator, Expression left, Expression right) {
    ValueType type = queryables.typeOf(left).common(queryables.typeOf(right)).orElseThrow();
    if (operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL) {
      var id = IdentifierSql.comparison(operator, left, right);
      if (id.isPresent()) {
        return id.get();
      }
    }
    return Sql.of("(")
        .add(expressions.value(left, type))
        .add(" " + operator.sign() + " ")
        .add(expressions.value(right, type))
        .add(")");
  }

  private Sql isNull(Expression operand) {
    if (operand instanceof Expression.Interval) {
      return new TemporalSql(queryables, expressions).isNull(operand);
    }
    ValueType type = queryables.typeOf(operand);
    Sql value =
        switch (type) {
          case GEOMETRY -> Sql.of("f.geom");
          default -> type.isArray() ? arrayOrNull(operand) : expressions.value(operand, type);
        };
    return Sql.of("(").add(value).add(" is null)");
  }

  /** A list written in the filter is known, whatever its elements are. */
  private Sql arrayOrNull(Expression operand) {
    return operand instanceof Expression.Property property
        ? Sql.of(Columns.get(queryables.layer(), property.name()).expression())
        : Sql.of("true");
  }
}
