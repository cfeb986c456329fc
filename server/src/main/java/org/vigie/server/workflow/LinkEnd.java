package org.vigie.server.workflow;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.ComparisonOperator;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.store.FeatureStore;

/**
 * An end of a link as a request names it: by id, or by the reference that people know it by.
 *
 * @param ref value of the layer's property {@code ref}
 */
record LinkEnd(@Nullable String layer, @Nullable String id, @Nullable String ref) {

  private static final String REF = "ref";

  /**
   * @param field which end, for what is said about it
   * @param layers those the caller may read
   */
  FeatureRef find(String field, LayerCatalog layers, FeatureStore seen) throws BadInputException {
    Optional<Layer> found = Optional.ofNullable(layer).flatMap(layers::find);
    if (found.isEmpty()) {
      throw fault(
          field + ".layer",
          Message.of("there is no layer {layer}", layer),
          Message.of("Name the layer of the feature"));
    }
    if (id != null) {
      return FeatureId.find(id)
          .flatMap(each -> seen.find(found.get().name(), each))
          .map(FeatureRef::of)
          .orElseThrow(() -> absent(field, id));
    }
    if (ref == null || ref.isBlank() || found.get().findProperty(REF).isEmpty()) {
      throw fault(
          field,
          Message.of("neither id nor ref is given"),
          Message.of("Give the id of the feature, or its ref"));
    }
    return byReference(field, found.get(), seen, ref.strip());
  }

  private static FeatureRef byReference(
      String field, Layer layer, FeatureStore seen, String reference) throws BadInputException {
    Filter same =
        new Filter.Comparison(
            ComparisonOperator.EQUAL,
            new Expression.Property(REF),
            new Expression.TextLiteral(reference));
    List<Feature> features =
        seen.page(FeatureQuery.of(layer).withFilter(same), 2, Optional.empty()).features();
    if (features.size() > 1) {
      throw fault(
          field + ".ref",
          Message.of("several features have the reference"),
          Message.of("Give the id"));
    }
    return features.stream()
        .findFirst()
        .map(FeatureRef::of)
        .orElseThrow(() -> absent(field, reference));
  }

  private static BadInputException absent(String field, String name) {
    return fault(
        field,
        Message.of("there is no feature {name}", name),
        Message.of("Name a feature that you can see"));
  }

  private static BadInputException fault(String field, Message what, Message fix) {
    return new BadInputException(Fault.of(field, what, fix));
  }
}
