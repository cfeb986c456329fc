package org.vigie.geodata.index;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.Operands;

/** The queryables that a filter names. */
final class FilterNames {

  private final Set<String> names = new TreeSet<>();

  private FilterNames() {}

  static Set<String> of(Filter filter) {
    FilterNames all = new FilterNames();
    all.gather(filter);
    return all.names;
  }

  private void gather(Filter filter) {
    if (filter instanceof Filter.And and) {
      and.parts().forEach(this::gather);
    } else if (filter instanceof Filter.Or or) {
      or.parts().forEach(this::gather);
    } else if (filter instanceof Filter.Not not) {
      gather(not.part());
    } else {
      gather(Operands.of(filter));
    }
  }

  private void gather(List<Expression> expressions) {
    for (Expression each : expressions) {
      if (each instanceof Expression.Property property) {
        names.add(property.name());
      } else if (each instanceof Expression.Condition condition) {
        gather(condition.filter());
      } else {
        gather(Operands.of(each));
      }
    }
  }
}
