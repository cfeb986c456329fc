package org.vigie.geodata.store.postgis;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.query.ConstantExpression;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.ValueType;

/**
 * Compiles IN. A list of literals is bound as one array, so that a list of any length is one known
 * statement and no list runs out of parameters.
 */
final class MembershipSql {

  private final Queryables queryables;
  private final ExpressionSql expressions;

  MembershipSql(Queryables queryables, ExpressionSql expressions) {
    this.queryables = queryables;
    this.expressions = expressions;
  }

  Sql in(Filter.In in) {
    var id = IdentifierSql.in(in.value(), in.list());
    if (id.isPresent()) {
      return id.get();
    }
    ValueType type = queryables.typeOf(in.value());
    for (Expression each : in.list()) {
      type = type.common(queryables.typeOf(each)).orElseThrow();
    }
    ValueType common = type;
    boolean sameType = in.list().stream().map(queryables::typeOf).allMatch(common::equals);
    if (sameType && in.list().stream().allMatch(ConstantExpression::isConstant)) {
      return inArray(in, type);
    }
    Sql sql = Sql.of("(").add(expressions.value(in.value(), type)).add(" in (");
    String separator = "";
    for (Expression each : in.list()) {
      sql.add(separator).add(expressions.value(each, type));
      separator = ", ";
    }
    return sql.add("))");
  }

  private Sql inArray(Filter.In in, ValueType type) {
    List<@Nullable Object> values =
        in.list().stream()
            .<@Nullable Object>map(each -> ConstantExpression.value(each, queryables))
            .toList();
    boolean whole =
        type == ValueType.NUMBER
            && values.stream().filter(Objects::nonNull).allMatch(v -> v instanceof Long);
    String array = whole ? "bigint[]" : ExpressionSql.sqlType(type) + "[]";
    String[] elements =
        values.stream().map(v -> v == null ? null : v.toString()).toArray(String[]::new);
    return Sql.of("(")
        .add(expressions.value(in.value(), type))
        .add(" = any (?::text[]::" + array + "))", (Object) elements);
  }
}
