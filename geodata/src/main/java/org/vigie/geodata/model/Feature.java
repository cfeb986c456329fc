package org.vigie.geodata.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing with geometry, time, properties and provenance.
 *
 * @param layer name of the layer that declares its properties
 * @param geometry WGS 84, x = longitude, y = latitude, in degrees; null when the place is not known
 * @param validTime when it was so in the world; null for timeless reference features
 * @param radiusMetres radius of the uncertainty around the geometry; null when not stated
 * @param compartments codes of the need-to-know compartments that one must hold, all of them, to
 *     see it; mostly empty
 * @param properties declared properties only. Values are String, Long, Double, Boolean, LocalDate,
 *     Instant, List of String (codes and texts) or List of Map (tables); an absent key is an
 *     unknown value, null values do not occur
 * @param version 1 for the first; 0 for a feature that was never stored
 * @param recordedAt when the mission recorded this version; null when never stored
 */
public record Feature(
    FeatureId id,
    String layer,
    @Nullable Geometry geometry,
    @Nullable TimeSpan validTime,
    @Nullable TimePrecision timePrecision,
    @Nullable LocationClass locationClass,
    @Nullable Double radiusMetres,
    Classification classification,
    Set<String> compartments,
    Map<String, Object> properties,
    Provenance provenance,
    long version,
    @Nullable Instant recordedAt) {

  public Feature {
    compartments = Set.copyOf(compartments);
  }

  public Feature withId(FeatureId newId) {
    return copy(newId, geometry, provenance);
  }

  public Feature withGeometry(@Nullable Geometry newGeometry) {
    return copy(id, newGeometry, provenance);
  }

  public Feature withProvenance(Provenance newProvenance) {
    return copy(id, geometry, newProvenance);
  }

  /** With another place, how well it is known and its uncertainty in metres. */
  public Feature withPlace(
      @Nullable Geometry newGeometry, @Nullable LocationClass newClass, @Nullable Double metres) {
    return new Feature(
        id,
        layer,
        newGeometry,
        validTime,
        timePrecision,
        newClass,
        metres,
        classification,
        compartments,
        properties,
        provenance,
        version,
        recordedAt);
  }

  /** With another time in the world and how well it is known. */
  public Feature withValidTime(@Nullable TimeSpan newTime, @Nullable TimePrecision newPrecision) {
    return new Feature(
        id,
        layer,
        geometry,
        newTime,
        newPrecision,
        locationClass,
        radiusMetres,
        classification,
        compartments,
        properties,
        provenance,
        version,
        recordedAt);
  }

  /** With one more property, or another value of it. */
  public Feature withProperty(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(properties);
    more.put(name, value);
    return withProperties(Collections.unmodifiableMap(more));
  }

  public Feature withProperties(Map<String, Object> newProperties) {
    return copy(classification, compartments, newProperties);
  }

  /** The same under other marks. */
  public Feature withMarks(Classification newClassification, Set<String> newCompartments) {
    return copy(newClassification, newCompartments, properties);
  }

  private Feature copy(
      Classification newClassification,
      Set<String> newCompartments,
      Map<String, Object> newProperties) {
    return new Feature(
        id,
        layer,
        geometry,
        validTime,
        timePrecision,
        locationClass,
        radiusMetres,
        newClassification,
        newCompartments,
        newProperties,
        provenance,
        version,
        recordedAt);
  }

  private Feature copy(FeatureId newId, @Nullable Geometry newGeometry, Provenance newProvenance) {
    return new Feature(
        newId,
        layer,
        newGeometry,
        validTime,
        timePrecision,
        locationClass,
        radiusMetres,
        classification,
        compartments,
        properties,
        newProvenance,
        version,
        recordedAt);
  }
}
