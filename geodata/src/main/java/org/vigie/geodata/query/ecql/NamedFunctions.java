package org.vigie.geodata.query.ecql;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.filter.FilterFactoryImpl;
import org.geotools.filter.FunctionExpressionImpl;

/** Keeps the name and the arguments of a function instead of looking for its implementation. */
// GeoTools declares arrays in its class where its interface has variable arguments.
@SuppressWarnings("overrides")
final class NamedFunctions extends FilterFactoryImpl {

  @Override
  public Function function(String name, Expression[] arguments) {
    return new Named(name, List.of(arguments));
  }

  private static final class Named extends FunctionExpressionImpl {

    Named(String name, List<Expression> arguments) {
      super(name);
      params = arguments;
    }
  }
}
