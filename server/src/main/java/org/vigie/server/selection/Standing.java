package org.vigie.server.selection;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.query.ComparisonOperator;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.cql2.Cql2Text;

/**
 * Leaves out of pictures and figures what was merged into another feature: the other one speaks for
 * it, and both together would count one event twice. A filter that names the state asks for it.
 */
public final class Standing {

  private Standing() {}

  /** The filter without what was merged, where the layer says what that is. */
  public static Filter of(Layer layer, Filter filter) throws BadInputException {
    Optional<String> merged = layer.workflow().flatMap(Workflow::merged);
    if (merged.isEmpty() || Cql2Text.print(filter).contains("'" + merged.get() + "'")) {
      return filter;
    }
    Expression state = new Expression.Property(layer.workflow().orElseThrow().property());
    return Filter.both(
        filter,
        new Filter.Or(
            List.of(
                new Filter.IsNull(state),
                new Filter.Comparison(
                    ComparisonOperator.NOT_EQUAL,
                    state,
                    new Expression.TextLiteral(merged.get())))));
  }
}
