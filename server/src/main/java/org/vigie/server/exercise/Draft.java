package org.vigie.server.exercise;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/** A feature of the exercise while it is written down. */
final class Draft {

  static final String SOURCE_SYSTEM = "exercise";

  private final String layer;
  private final String sourceId;
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private @Nullable Geometry geometry;
  private @Nullable TimeSpan time;
  private @Nullable TimePrecision precision;
  private @Nullable LocationClass locationClass;
  private @Nullable Double radiusMetres;
  private Classification classification = Classification.UNCLASSIFIED;
  private Set<String> compartments = Set.of();

  Draft(String layer, String sourceId) {
    this.layer = layer;
    this.sourceId = sourceId;
  }

  /** Where, in degrees; null for a place that is not known. */
  Draft at(@Nullable Geometry degrees) {
    this.geometry = degrees;
    return this;
  }

  Draft during(Instant start, @Nullable Instant end) {
    this.time = new TimeSpan(start, end);
    return this;
  }

  Draft known(TimePrecision how) {
    this.precision = how;
    return this;
  }

  Draft located(@Nullable LocationClass how) {
    this.locationClass = how;
    this.radiusMetres = how == null ? null : how.radiusMetres();
    return this;
  }

  Draft classified(Classification sensitivity) {
    this.classification = sensitivity;
    return this;
  }

  /** For those alone who hold all of these compartments. */
  Draft keptTo(Set<String> codes) {
    this.compartments = codes;
    return this;
  }

  /** Sets a property; an unknown value, null, is left out. Whole numbers become Long. */
  Draft with(String property, @Nullable Object value) {
    if (value instanceof Integer number) {
      properties.put(property, number.longValue());
    } else if (value != null) {
      properties.put(property, value);
    }
    return this;
  }

  Feature feature() {
    properties.put("exercise", true);
    return new Feature(
        idOf(layer, sourceId),
        layer,
        geometry,
        time,
        precision,
        locationClass,
        radiusMetres,
        classification,
        compartments,
        properties,
        new Provenance(SOURCE_SYSTEM, sourceId, null, Map.of()),
        0,
        null);
  }

  /** The same feature has the same id on every machine, so that links to it can be shared. */
  static FeatureId idOf(String layer, String sourceId) {
    return new FeatureId(
        UUID.nameUUIDFromBytes(
            (SOURCE_SYSTEM + "/" + layer + "/" + sourceId).getBytes(StandardCharsets.UTF_8)));
  }
}
