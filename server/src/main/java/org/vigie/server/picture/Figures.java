package org.vigie.server.picture;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Summary;

/** The figures of one selection, broken down by one property. */
final class Figures {

  private static final Filter NO_PLACE = new Filter.IsNull(new Expression.Property("geom"));

  private final FeatureStore store;
  private final FeatureQuery query;
  private final String groupBy;

  Figures(FeatureStore store, FeatureQuery query, String groupBy) {
    this.store = store;
    this.query = query;
    this.groupBy = groupBy;
  }

  /**
   * Features without a place.
   *
   * @param needToKnow whether one of them is in a compartment and not among what the summary tells
   */
  record Unmapped(long count, boolean needToKnow) {}

  /** The property by which a layer is broken down unless asked otherwise; empty for none. */
  static String usualGroup(Layer layer) {
    return layer.groupedBy().or(() -> Optional.ofNullable(layer.symbol().property())).orElse("");
  }

  Summary summary(Steps steps, List<String> sums) throws BadInputException {
    return store.summarise(query, steps.request(groupBy, query.datetime(), sums));
  }

  /** Without periods. */
  Summary totals() {
    return store.summarise(query, new Summary.Request(groupBy, Summary.Step.NONE, List.of()));
  }

  /**
   * Features of the same dates and filter that have no place. An area leaves them out, so they are
   * counted apart: nobody may think that what cannot be drawn did not happen.
   */
  Unmapped unmapped(Summary summary) {
    if (query.layer().geometryRequired()) {
      return new Unmapped(0, false);
    }
    boolean anywhere = query.bbox().isEmpty() && query.area().isEmpty();
    if (anywhere) {
      return new Unmapped(summary.unmapped(), false);
    }
    Summary apart = store.summarise(placeless(), Summary.Request.TOTALS);
    return new Unmapped(apart.count(), !apart.compartments().isEmpty());
  }

  private FeatureQuery placeless() {
    return new FeatureQuery(
        query.layer(),
        Optional.empty(),
        Optional.empty(),
        query.datetime(),
        Filter.both(query.filter(), NO_PLACE),
        List.of(),
        query.asKnownAt());
  }
}
