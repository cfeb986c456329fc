package org.vigie.server.selection;

import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.store.FeatureStore;

/**
 * Whether an answer tells of anything that compartments keep among few. Its mark does not say so: a
 * feature may be unclassified and yet be for those alone who need to know.
 */
public final class NeedToKnow {

  private static final Filter IN_A_COMPARTMENT =
      new Filter.Not(new Filter.IsNull(new Expression.Property("compartments")));

  private NeedToKnow() {}

  /**
   * Whether one of these features is in a compartment, or one whose area the request names.
   *
   * @param seen the store as the caller sees it
   * @param query what the answer was made of
   */
  public static boolean tells(Access access, FeatureStore seen, FeatureQuery query, Areas areas)
      throws BadInputException {
    if (access.compartments().isEmpty()) {
      return false; // sees none of them
    }
    return areas.named().stream().anyMatch(each -> !each.feature().compartments().isEmpty())
        || seen.count(query.withFilter(Filter.both(query.filter(), IN_A_COMPARTMENT))) > 0;
  }
}
