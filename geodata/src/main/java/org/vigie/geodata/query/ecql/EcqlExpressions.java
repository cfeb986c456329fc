package org.vigie.geodata.query.ecql;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.geometry.BoundingBox;
import org.geotools.api.referencing.IdentifiedObject;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.ArithmeticOperator;
import org.vigie.geodata.query.Expression;

/** Expressions of GeoTools as expressions of ours. */
final class EcqlExpressions {

  private static final String WGS84 = "EPSG:4326";

  Expression expression(org.geotools.api.filter.expression.Expression expression)
      throws BadInputException {
    if (expression instanceof PropertyName property) {
      return new Expression.Property(property.getPropertyName());
    }
    if (expression instanceof Literal literal) {
      return literal(literal.getValue());
    }
    if (expression instanceof Function function) {
      List<Expression> arguments = new ArrayList<>();
      for (org.geotools.api.filter.expression.Expression each : function.getParameters()) {
        arguments.add(expression(each));
      }
      return new Expression.Call(function.getName(), arguments);
    }
    if (expression instanceof BinaryExpression arithmetic) {
      return new Expression.Arithmetic(
          operator(arithmetic),
          expression(arithmetic.getExpression1()),
          expression(arithmetic.getExpression2()));
    }
    throw Ecql.bad(Message.of("the filter has an empty place"), Message.of("Give a value there"));
  }

  private static ArithmeticOperator operator(BinaryExpression arithmetic) {
    if (arithmetic instanceof Add) {
      return ArithmeticOperator.PLUS;
    }
    if (arithmetic instanceof Multiply) {
      return ArithmeticOperator.TIMES;
    }
    return arithmetic instanceof Divide ? ArithmeticOperator.DIVIDE : ArithmeticOperator.MINUS;
  }

  private static Expression literal(Object value) throws BadInputException {
    if (value instanceof Boolean truth) {
      return new Expression.BooleanLiteral(truth);
    }
    if (value instanceof Integer || value instanceof Long) {
      return new Expression.NumberLiteral(((Number) value).longValue());
    }
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return new Expression.NumberLiteral(number.doubleValue());
    }
    if (value instanceof Date date) {
      return timestamp(date);
    }
    if (value instanceof org.geotools.api.temporal.Instant time) {
      return instant(time);
    }
    if (value instanceof Geometry geometry) {
      requireWgs84(geometry.getUserData());
      return new Expression.GeometryLiteral(geometry);
    }
    if (value instanceof String text && text.codePoints().allMatch(EcqlExpressions::isStorable)) {
      return new Expression.TextLiteral(text);
    }
    throw Ecql.bad(
        Message.of("the literal {value} cannot be compared", value),
        Message.of("Use a text, number or date"));
  }

  private static boolean isStorable(int character) {
    return character != 0
        && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
  }

  static Expression instant(org.geotools.api.temporal.Instant instant) {
    return timestamp(instant.getPosition().getDate());
  }

  private static Expression timestamp(Date date) {
    return new Expression.TimestampLiteral(date.toInstant());
  }

  static Expression box(BoundingBox bounds) throws BadInputException {
    if (bounds.getCoordinateReferenceSystem() != null) {
      throw Ecql.bad(
          Message.of("BBOX names a coordinate reference system"),
          Message.of("Give longitudes and latitudes"));
    }
    return new Expression.BoxLiteral(
        bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
  }

  /** The reader leaves the system that {@code SRID=…;} names in the user data. */
  private static void requireWgs84(@Nullable Object system) throws BadInputException {
    boolean other =
        system instanceof IdentifiedObject named
            && named.getIdentifiers().stream().noneMatch(id -> id.toString().equals(WGS84));
    if (other) {
      throw Ecql.bad(
          Message.of("a geometry names another coordinate reference system"),
          Message.of("Give longitudes and latitudes, without SRID or with SRID=4326"));
    }
  }
}
