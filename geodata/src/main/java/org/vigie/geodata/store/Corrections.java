package org.vigie.geodata.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;

/**
 * Which reports of a layer were corrected, as far as one caller sees it. A correction is a link,
 * and the old report stays as it was; wherever it is shown or handed out it says so.
 *
 * @param by what stands for a report now
 */
public record Corrections(Map<FeatureId, FeatureRef> by) {

  /** Id of the correction, in what is handed out. No property of the layer: it is not stored. */
  public static final String PROPERTY = "corrected_by";

  private static final Corrections NONE = new Corrections(Map.of());

  public Corrections {
    by = Map.copyOf(by);
  }

  /** Only what is never edited is corrected. */
  public static Corrections of(FeatureStore seen, Layer layer) {
    return layer.appendOnly() ? seen.corrections(layer.name()) : NONE;
  }

  /** The feature as it is, with {@link #PROPERTY} when it was corrected. */
  public Feature mark(Feature feature) {
    return Optional.ofNullable(by.get(feature.id()))
        .map(correction -> feature.withProperty(PROPERTY, correction.id().toString()))
        .orElse(feature);
  }

  /** The layer with the property, for tables with a column for each. */
  public static Layer declared(Layer layer) {
    if (!layer.appendOnly() || layer.findProperty(PROPERTY).isPresent()) {
      return layer;
    }
    List<Property> properties = new ArrayList<>(layer.properties());
    properties.add(
        new Property(
            PROPERTY,
            Map.of("en", "Corrected by", "fr", "Corrigé par"),
            Map.of("en", "Id of the report that stands for this one now."),
            PropertyType.TEXT,
            null,
            false,
            false,
            null,
            null,
            List.of(),
            false,
            List.of(),
            null,
            Optional.empty()));
    return layer.withProperties(properties);
  }
}
