package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;

/**
 * A question taken apart at its outermost AND: a row answers it when it fulfils all conditions and
 * is among what the database finds for the rest. Only a condition that is true counts on both
 * sides, so that unknown and false need not be told apart here.
 *
 * @param visibility who may see the row, as far as it is decided here; never left out
 * @param extent place and time
 * @param others of the filter
 * @param rest what is left to the database, without what is decided here; the database sees to who
 *     may see a row by itself
 * @param isWhole whether nothing is left
 */
record Split(
    List<Condition> visibility,
    List<Condition> extent,
    List<Condition> others,
    FeatureQuery rest,
    boolean isWhole) {

  /** Everything that is decided here. */
  List<Condition> conditions() {
    List<Condition> all = new ArrayList<>(visibility);
    all.addAll(extent);
    all.addAll(others);
    return all;
  }

  /** Who may see it, and place and time. */
  List<Condition> inExtent() {
    List<Condition> all = new ArrayList<>(visibility);
    all.addAll(extent);
    return all;
  }

  /** Parts of a filter that must all be true; none of one that lets everything pass. */
  static List<Filter> conjuncts(Filter filter) {
    if (filter instanceof Filter.And and) {
      return and.parts().stream().flatMap(part -> conjuncts(part).stream()).toList();
    }
    return filter.equals(Filter.ALL) ? List.of() : List.of(filter);
  }
}
