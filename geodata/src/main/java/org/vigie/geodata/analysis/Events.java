package org.vigie.geodata.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimeSpan;

/**
 * The events of a selection that have a place, in the order of their ids, with the few attributes
 * that analyses look at. Immutable.
 */
public final class Events {

  private final Layer layer;
  private final List<Event> events;
  private final long withoutGeometry;
  private final long notPoints;
  private final Classification classification;

  private Events(Builder builder) {
    layer = builder.layer;
    builder.events.sort(Comparator.comparing(e -> e.id().value()));
    events = List.copyOf(builder.events);
    withoutGeometry = builder.withoutGeometry;
    notPoints = builder.notPoints;
    classification = builder.classification;
  }

  public static Builder of(Layer layer) {
    return new Builder(layer);
  }

  public Layer layer() {
    return layer;
  }

  public List<Event> list() {
    return events;
  }

  /** Selected features that have no place and therefore are not in the list. */
  public long withoutGeometry() {
    return withoutGeometry;
  }

  /** Events whose geometry is a line or an area and that stand at a point inside it. */
  public long notPoints() {
    return notPoints;
  }

  /** The highest classification of any selected feature; results inherit it. */
  public Classification classification() {
    return classification;
  }

  /**
   * One event.
   *
   * @param lon degrees from -180, which also stands for 180, to 180
   * @param lat degrees
   * @param group value of the layer's grouping property, empty for unknown
   * @param sums values of the layer's summed properties, those that are known
   */
  public record Event(
      FeatureId id,
      double lon,
      double lat,
      Optional<TimeSpan> time,
      String group,
      Optional<LocationClass> locationClass,
      Optional<Double> radiusMetres,
      Map<String, Double> sums) {

    /** The stated radius of uncertainty, else that of the location class. */
    public Optional<Double> uncertaintyMetres() {
      return radiusMetres.or(() -> locationClass.map(LocationClass::radiusMetres));
    }
  }

  /** Takes features one by one, so that a selection can be streamed. */
  public static final class Builder {

    private final Layer layer;
    private final List<Event> events = new ArrayList<>();
    private long withoutGeometry;
    private long notPoints;
    private Classification classification = Classification.UNCLASSIFIED;

    private Builder(Layer layer) {
      this.layer = layer;
    }

    public Builder add(Feature feature) {
      classification = classification.highest(feature.classification());
      Geometry geometry = feature.geometry();
      if (geometry == null || geometry.isEmpty()) {
        withoutGeometry++;
        return this;
      }
      Coordinate at =
          geometry instanceof Point
              ? geometry.getCoordinate()
              : geometry.getInteriorPoint().getCoordinate();
      notPoints += geometry instanceof Point ? 0 : 1;
      events.add(
          new Event(
              feature.id(),
              at.x == 180 ? -180 : at.x,
              at.y,
              Optional.ofNullable(feature.validTime()),
              group(feature),
              Optional.ofNullable(feature.locationClass()),
              Optional.ofNullable(feature.radiusMetres()),
              sums(feature)));
      return this;
    }

    public Events build() {
      return new Events(this);
    }

    private String group(Feature feature) {
      return layer
          .groupedBy()
          .map(feature.properties()::get)
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .orElse("");
    }

    private Map<String, Double> sums(Feature feature) {
      Map<String, Double> sums = new LinkedHashMap<>();
      for (String name : layer.sums()) {
        if (feature.properties().get(name) instanceof Number number) {
          sums.put(name, number.doubleValue());
        }
      }
      return sums;
    }
  }
}
