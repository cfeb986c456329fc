package org.vigie.geodata.query.ecql;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Id;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;
import org.geotools.api.filter.temporal.After;
import org.geotools.api.filter.temporal.Before;
import org.geotools.api.filter.temporal.BinaryTemporalOperator;
import org.geotools.api.filter.temporal.During;
import org.geotools.api.filter.temporal.TEquals;
import org.geotools.api.temporal.Period;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.ComparisonOperator;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.SpatialRelation;

/** Conditions of GeoTools as conditions of ours. */
final class EcqlFilters {

  private final EcqlExpressions expressions = new EcqlExpressions();

  Filter filter(org.geotools.api.filter.Filter filter) throws BadInputException {
    if (filter instanceof And and) {
      return new Filter.And(all(and.getChildren()));
    }
    if (filter instanceof Or or) {
      return new Filter.Or(all(or.getChildren()));
    }
    if (filter instanceof Not not) {
      return new Filter.Not(filter(not.getFilter()));
    }
    if (filter instanceof IncludeFilter) {
      return Filter.ALL;
    }
    if (filter instanceof ExcludeFilter) {
      return new Filter.Constant(false);
    }
    if (filter instanceof BinaryComparisonOperator comparison) {
      return new Filter.Comparison(
          operator(comparison),
          expressions.expression(comparison.getExpression1()),
          expressions.expression(comparison.getExpression2()));
    }
    if (filter instanceof PropertyIsBetween between) {
      return new Filter.Between(
          expressions.expression(between.getExpression()),
          expressions.expression(between.getLowerBoundary()),
          expressions.expression(between.getUpperBoundary()));
    }
    if (filter instanceof PropertyIsLike like) {
      return like(like);
    }
    if (filter instanceof PropertyIsNull isNull) {
      return new Filter.IsNull(expressions.expression(isNull.getExpression()));
    }
    if (filter instanceof Id id) {
      List<Expression> ids = new ArrayList<>();
      id.getIDs().forEach(each -> ids.add(new Expression.TextLiteral(each.toString())));
      return new Filter.In(new Expression.Property("id"), ids);
    }
    if (filter instanceof BinaryTemporalOperator temporal) {
      return temporal(temporal);
    }
    if (filter instanceof BinarySpatialOperator spatial) {
      return spatial(spatial);
    }
    throw unknown(filter);
  }

  private List<Filter> all(List<org.geotools.api.filter.Filter> filters) throws BadInputException {
    List<Filter> parts = new ArrayList<>();
    for (org.geotools.api.filter.Filter each : filters) {
      parts.add(filter(each));
    }
    return parts;
  }

  private static ComparisonOperator operator(BinaryComparisonOperator comparison) {
    if (comparison instanceof PropertyIsEqualTo) {
      return ComparisonOperator.EQUAL;
    }
    if (comparison instanceof PropertyIsLessThan) {
      return ComparisonOperator.LESS;
    }
    if (comparison instanceof PropertyIsLessThanOrEqualTo) {
      return ComparisonOperator.LESS_OR_EQUAL;
    }
    if (comparison instanceof PropertyIsGreaterThan) {
      return ComparisonOperator.GREATER;
    }
    return comparison instanceof PropertyIsGreaterThanOrEqualTo
        ? ComparisonOperator.GREATER_OR_EQUAL
        : ComparisonOperator.NOT_EQUAL;
  }

  private Filter like(PropertyIsLike like) throws BadInputException {
    Expression value = expressions.expression(like.getExpression());
    Expression pattern = new Expression.TextLiteral(like.getLiteral());
    return like.isMatchingCase()
        ? new Filter.Like(value, pattern)
        : new Filter.Like(casei(value), casei(pattern));
  }

  private static Expression casei(Expression text) {
    return new Expression.Call("casei", List.of(text));
  }

  /** ECQL compares instants with instants and open periods, which comparisons say as well. */
  private Filter temporal(BinaryTemporalOperator temporal) throws BadInputException {
    Expression left = expressions.expression(temporal.getExpression1());
    Object period = temporal.getExpression2().evaluate(null);
    if (temporal instanceof During && period instanceof Period span) {
      return new Filter.And(
          List.of(
              after(left, EcqlExpressions.instant(span.getBeginning())),
              before(left, EcqlExpressions.instant(span.getEnding()))));
    }
    if (temporal instanceof After && period instanceof Period span) {
      return after(left, EcqlExpressions.instant(span.getEnding()));
    }
    if (temporal instanceof Before && period instanceof Period span) {
      return before(left, EcqlExpressions.instant(span.getBeginning()));
    }
    Expression right = expressions.expression(temporal.getExpression2());
    if (temporal instanceof After) {
      return after(left, right);
    }
    if (temporal instanceof Before) {
      return before(left, right);
    }
    if (temporal instanceof TEquals) {
      return new Filter.Comparison(ComparisonOperator.EQUAL, left, right);
    }
    throw unknown(temporal);
  }

  private static Filter after(Expression left, Expression right) {
    return new Filter.Comparison(ComparisonOperator.GREATER, left, right);
  }

  private static Filter before(Expression left, Expression right) {
    return new Filter.Comparison(ComparisonOperator.LESS, left, right);
  }

  private Filter spatial(BinarySpatialOperator spatial) throws BadInputException {
    Expression left = expressions.expression(spatial.getExpression1());
    if (spatial instanceof BBOX box) {
      return new Filter.Spatial(
          SpatialRelation.INTERSECTS, left, EcqlExpressions.box(box.getBounds()));
    }
    return new Filter.Spatial(
        relation(spatial), left, expressions.expression(spatial.getExpression2()));
  }

  private static SpatialRelation relation(BinarySpatialOperator spatial) throws BadInputException {
    if (spatial instanceof Intersects) {
      return SpatialRelation.INTERSECTS;
    }
    if (spatial instanceof Disjoint) {
      return SpatialRelation.DISJOINT;
    }
    if (spatial instanceof Within) {
      return SpatialRelation.WITHIN;
    }
    if (spatial instanceof Contains) {
      return SpatialRelation.CONTAINS;
    }
    if (spatial instanceof Touches) {
      return SpatialRelation.TOUCHES;
    }
    if (spatial instanceof Crosses) {
      return SpatialRelation.CROSSES;
    }
    if (spatial instanceof Overlaps) {
      return SpatialRelation.OVERLAPS;
    }
    if (spatial instanceof Equals) {
      return SpatialRelation.EQUALS;
    }
    throw unknown(spatial);
  }

  private static BadInputException unknown(org.geotools.api.filter.Filter filter) {
    String name = filter.getClass().getSimpleName().replace("Impl", "");
    return Ecql.bad(
        Message.of("{name} is not offered", name),
        Message.of(
            "Use comparisons, LIKE, IN, BETWEEN, IS NULL, AFTER, BEFORE, DURING, TEQUALS, BBOX,"
                + " INTERSECTS, DISJOINT, WITHIN, CONTAINS, TOUCHES, CROSSES, OVERLAPS or EQUALS"));
  }
}
