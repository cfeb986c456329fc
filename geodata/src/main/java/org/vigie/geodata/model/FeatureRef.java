package org.vigie.geodata.model;

/** Names a feature of the mission, whatever its layer. */
public record FeatureRef(String layer, FeatureId id) {

  public static FeatureRef of(Feature feature) {
    return new FeatureRef(feature.layer(), feature.id());
  }

  @Override
  public String toString() {
    return layer + "/" + id;
  }
}
