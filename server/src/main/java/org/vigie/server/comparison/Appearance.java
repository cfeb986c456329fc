package org.vigie.server.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Feature;

/**
 * How a feature looks in one of two pictures, to one caller.
 *
 * @param code by which it is drawn
 * @param state of its workflow
 * @param place longitude, latitude of the middle of its box; null when it has no place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Appearance(
    @Nullable String title,
    @Nullable Object code,
    @Nullable Long severity,
    @Nullable String state,
    @Nullable List<Double> place) {

  static Appearance of(Layer layer, Feature feature) {
    return new Appearance(
        value(feature, layer.titleProperty()).map(Object::toString).orElse(null),
        value(feature, layer.drawnBy()).orElse(null),
        value(feature, layer.severity()).map(grade -> ((Number) grade).longValue()).orElse(null),
        layer.workflow().map(flow -> flow.stateOf(feature.properties())).orElse(null),
        Optional.ofNullable(feature.geometry()).map(Appearance::middle).orElse(null));
  }

  /**
   * In what two versions differ that a caller sees; empty when he sees no difference.
   *
   * @return of severity, place, state, category, time and other, in this order
   */
  static List<String> changes(Layer layer, Feature a, Feature b) {
    List<String> changes = new ArrayList<>();
    Appearance before = of(layer, a);
    Appearance after = of(layer, b);
    add(changes, "severity", before.severity, after.severity);
    if (!Objects.equals(a.geometry(), b.geometry())
        || !Objects.equals(a.radiusMetres(), b.radiusMetres())) {
      changes.add("place");
    }
    add(changes, "state", before.state, after.state);
    add(changes, "category", before.code, after.code);
    add(changes, "time", a.validTime(), b.validTime());
    if (!rest(layer, a).equals(rest(layer, b))
        || a.classification() != b.classification()
        || !a.compartments().equals(b.compartments())) {
      changes.add("other");
    }
    return changes;
  }

  private static void add(
      List<String> changes, String what, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(what);
    }
  }

  /** What is said of it besides severity, state and category, which are told by themselves. */
  private static Map<String, Object> rest(Layer layer, Feature feature) {
    Map<String, Object> rest = new TreeMap<>(feature.properties());
    layer.severity().ifPresent(rest::remove);
    layer.drawnBy().ifPresent(rest::remove);
    layer.workflow().ifPresent(flow -> rest.remove(flow.property()));
    return rest;
  }

  private static Optional<Object> value(Feature feature, Optional<String> property) {
    return property.map(name -> feature.properties().get(name));
  }

  private static @Nullable List<Double> middle(Geometry geometry) {
    Envelope box = geometry.getEnvelopeInternal();
    return box.isNull()
        ? null
        : List.of((box.getMinX() + box.getMaxX()) / 2, (box.getMinY() + box.getMaxY()) / 2);
  }
}
