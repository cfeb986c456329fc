package org.vigie.geodata.store.postgis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.ComparisonOperator;
import org.vigie.geodata.query.Expression;

/**
 * Conditions on the identifier with literals, compared as UUIDs so that the primary key serves
 * them. A text that is no UUID in its canonical form equals no identifier.
 */
final class IdentifierSql {

  private static final Expression ID = new Expression.Property("id");

  private IdentifierSql() {}

  /** Empty when this is not the identifier and a text literal. */
  static Optional<Sql> comparison(ComparisonOperator operator, Expression left, Expression right) {
    Expression literal = left.equals(ID) ? right : left;
    boolean applies =
        (left.equals(ID) || right.equals(ID)) && literal instanceof Expression.TextLiteral;
    if (!applies) {
      return Optional.empty();
    }
    boolean equal = operator == ComparisonOperator.EQUAL;
    return Optional.of(
        canonical(literal)
            .map(id -> Sql.of("(f.id " + operator.sign() + " ?)", id.value()))
            .orElseGet(() -> Sql.of(equal ? "(false)" : "(true)")));
  }

  /** Empty when this is not the identifier in a list of text literals. */
  static Optional<Sql> in(Expression value, List<Expression> list) {
    boolean applies =
        value.equals(ID) && list.stream().allMatch(e -> e instanceof Expression.TextLiteral);
    if (!applies) {
      return Optional.empty();
    }
    List<String> ids = new ArrayList<>();
    for (Expression each : list) {
      canonical(each).ifPresent(id -> ids.add(id.toString()));
    }
    return Optional.of(
        Sql.of("(f.id = any (?::text[]::uuid[]))", (Object) ids.toArray(String[]::new)));
  }

  private static Optional<FeatureId> canonical(Expression literal) {
    String text = ((Expression.TextLiteral) literal).value();
    return FeatureId.find(text).filter(id -> id.toString().equals(text));
  }
}
