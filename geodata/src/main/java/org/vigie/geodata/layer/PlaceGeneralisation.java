package org.vigie.geodata.layer;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.LocationClass;

/**
 * Takes the exact place out of a feature that its layer protects, before anything stores it: the
 * geometry becomes the centre of a fixed grid cell (the cell itself where the layer holds areas),
 * what names the place more finely is emptied, coordinates in texts are struck out and the source
 * record is not kept. Applied twice it changes nothing more.
 */
public final class PlaceGeneralisation {

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  private final Layer layer;
  private final @Nullable Generalisation rule;
  private final @Nullable PlaceGrid grid;

  public PlaceGeneralisation(Layer layer) {
    this.layer = layer;
    this.rule = layer.handling().generalisation().orElse(null);
    this.grid = rule == null ? null : new PlaceGrid(rule.kilometres());
  }

  /** Whether the feature is of a type that keeps no exact place. */
  public boolean protects(Map<String, Object> properties) {
    return rule != null
        && rule.by().stream()
            .flatMap(name -> codes(properties.get(name)))
            .anyMatch(rule.codes()::contains);
  }

  /** The feature as it may be stored; itself when its type is not protected. */
  public Feature apply(Feature feature) {
    if (rule == null || grid == null || !protects(feature.properties())) {
      return feature;
    }
    TextRedaction redaction = new TextRedaction(withheld(rule, feature.properties()));
    Map<String, Object> properties = new LinkedHashMap<>();
    feature
        .properties()
        .forEach(
            (name, value) -> {
              if (!rule.clears().contains(name)) {
                properties.put(name, redaction.apply(value));
              }
            });
    Feature kept = placed(feature, grid).withProperties(properties);
    return kept.withProvenance(
        redaction.provenance(feature.provenance(), digestible(kept), rule.kilometres()));
  }

  /** What tells this feature from another of the same cell, in a fixed order. */
  private static String digestible(Feature kept) {
    return kept.geometry() + "|" + kept.validTime() + "|" + new TreeMap<>(kept.properties());
  }

  private Feature placed(Feature feature, PlaceGrid cells) {
    Geometry geometry = feature.geometry();
    if (geometry == null || geometry.isEmpty()) {
      return feature;
    }
    Coordinate middle = geometry.getCentroid().getCoordinate();
    Envelope cell = cells.cell(middle);
    double radius = cells.radiusMetres(cell);
    Double stated = feature.radiusMetres();
    double wider = stated == null ? radius : Math.max(stated, radius);
    Geometry place =
        layer.geometry() == GeometryKind.POLYGON
            ? WGS84.toGeometry(cell)
            : WGS84.createPoint(cell.centre());
    return feature.withPlace(place, coarsened(feature.locationClass(), radius), wider);
  }

  /** The given class, or the finest class that covers the radius when the given one is finer. */
  private static LocationClass coarsened(@Nullable LocationClass given, double radiusMetres) {
    if (given != null && given.radiusMetres() >= radiusMetres) {
      return given;
    }
    return Stream.of(
            LocationClass.NEAR_PLACE, LocationClass.ADM3, LocationClass.ADM2, LocationClass.ADM1)
        .filter(c -> c.radiusMetres() >= radiusMetres)
        .min(Comparator.comparingDouble(LocationClass::radiusMetres))
        .orElse(LocationClass.COUNTRY);
  }

  private static List<String> withheld(Generalisation rule, Map<String, Object> properties) {
    return rule.clears().stream().flatMap(name -> codes(properties.get(name))).toList();
  }

  private static Stream<String> codes(@Nullable Object value) {
    if (value instanceof Collection<?> several) {
      return several.stream().map(String::valueOf);
    }
    return Optional.ofNullable(value).map(String::valueOf).stream();
  }
}
