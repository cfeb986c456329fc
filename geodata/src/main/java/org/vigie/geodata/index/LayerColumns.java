package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/**
 * Which values of a layer's features are kept, each in a column with its dictionary. The first
 * column holds the marks, which decide who sees a row. Protected properties and long texts are
 * never here; a list of codes is one value.
 */
final class LayerColumns {

  /** The column of the {@link Marking}. */
  static final int MARKS = 0;

  private static final int MAX_TEXTS = 1 << 12;
  private static final List<String> COMMON =
      List.of("time_precision", "location_class", "radius_m", "source_system");
  private static final Marking OPEN = new Marking(Classification.UNCLASSIFIED, java.util.Set.of());

  private final Layer layer;
  private final List<String> names = new ArrayList<>();
  private final List<Dictionary> dictionaries = new ArrayList<>();
  private final Map<String, Integer> columns = new HashMap<>();

  LayerColumns(Layer layer) {
    this.layer = layer;
    add("classification", Dictionary.MAX_SIZE);
    columns.put("compartments", MARKS);
    COMMON.forEach(name -> add(name, Dictionary.MAX_SIZE));
    for (Property property : layer.properties()) {
      if (property.protection().isEmpty() && !columns.containsKey(property.name())) {
        switch (property.type()) {
          case TEXT, TEXTS, TIMESTAMP -> add(property.name(), MAX_TEXTS);
          case CODE, CODES, INTEGER, NUMBER, BOOLEAN, DATE ->
              add(property.name(), Dictionary.MAX_SIZE);
          case LONG_TEXT, TABLE -> {
            // as many values as rows
          }
        }
      }
    }
  }

  private void add(String name, int capacity) {
    columns.put(name, names.size());
    names.add(name);
    dictionaries.add(new Dictionary(capacity));
  }

  Layer layer() {
    return layer;
  }

  int count() {
    return names.size();
  }

  /** The column that holds a queryable; empty when it is not kept or had too many values. */
  OptionalInt find(String queryable) {
    Integer column = columns.get(queryable);
    return column == null || dictionaries.get(column).isGivenUp()
        ? OptionalInt.empty()
        : OptionalInt.of(column);
  }

  String name(int column) {
    return names.get(column);
  }

  Dictionary dictionary(int column) {
    return dictionaries.get(column);
  }

  @Nullable Object value(Feature feature, int column) {
    if (column == MARKS) {
      return Marking.of(feature);
    }
    String name = names.get(column);
    return switch (name) {
      case "time_precision" -> feature.timePrecision();
      case "location_class" -> feature.locationClass();
      case "radius_m" -> feature.radiusMetres();
      case "source_system" -> feature.provenance().sourceSystem();
      default -> feature.properties().get(name);
    };
  }

  /**
   * A feature with nothing but these values, for a filter that names no others.
   *
   * @param values by column
   */
  Feature feature(
      Map<Integer, Object> values,
      FeatureId id,
      @Nullable Geometry geometry,
      @Nullable TimeSpan time) {
    Map<String, Object> properties = new HashMap<>();
    values.forEach((column, value) -> properties.put(names.get(column), value));
    Marking marks = (Marking) values.getOrDefault(MARKS, OPEN);
    String source = (String) properties.getOrDefault("source_system", Provenance.OWN);
    return new Feature(
        id,
        layer.name(),
        geometry,
        time,
        (TimePrecision) properties.get("time_precision"),
        (LocationClass) properties.get("location_class"),
        (Double) properties.get("radius_m"),
        marks.classification(),
        marks.compartments(),
        properties,
        new Provenance(source, null, null, Map.of()),
        0,
        null);
  }

  /** The same with one value and no place or time. */
  Feature feature(int column, @Nullable Object value) {
    return feature(
        value == null ? Map.of() : Map.of(column, value),
        new FeatureId(new UUID(0, 0)),
        null,
        null);
  }
}
