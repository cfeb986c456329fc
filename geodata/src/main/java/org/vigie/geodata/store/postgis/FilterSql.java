package org.vigie.geodata.store.postgis;

import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.query.Filter;

/** Compiles a filter to a boolean SQL expression over the feature row {@code f}. */
final class FilterSql {

  private FilterSql() {}

  /**
   * @return an expression in parentheses that may be joined with AND; unknown (NULL) means "does
   *     not pass"
   */
  static Sql compile(Filter filter, Layer layer) {
    if (filter instanceof Filter.Constant constant) {
      return Sql.of(constant.value() ? "(true)" : "(false)");
    }
    throw new IllegalArgumentException("no SQL for " + filter + " on layer " + layer.name());
  }
}
