package org.vigie.geodata.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.model.BadInputException;

/**
 * What can be asked of the features of one layer: what every feature has, then the layer's
 * properties. Names are case-sensitive. Tables cannot be asked for: they have no single value.
 */
public final class Queryables {

  /** The name under which every filter finds the geometry. */
  public static final String GEOMETRY = "geom";

  private final Layer layer;
  private final Map<String, Queryable> byName = new LinkedHashMap<>();

  private Queryables(Layer layer) {
    this.layer = layer;
    common("id", "Identifier", ValueType.TEXT);
    common(GEOMETRY, "Geometry", ValueType.GEOMETRY);
    common("valid_from", "Valid from", ValueType.TIMESTAMP);
    common("valid_to", "Valid to, exclusive", ValueType.TIMESTAMP);
    common("time_precision", "Precision of the time", ValueType.TEXT);
    common("location_class", "Precision class of the location", ValueType.TEXT);
    common("radius_m", "Radius of uncertainty in metres", ValueType.NUMBER);
    common("classification", "Classification", ValueType.TEXT);
    common("compartments", "Compartments", ValueType.TEXTS);
    common("source_system", "Source system", ValueType.TEXT);
    common("source_id", "Identifier in the source system", ValueType.TEXT);
    common("recorded_at", "Recorded at", ValueType.TIMESTAMP);
    common("version", "Version", ValueType.NUMBER);
    for (Property property : layer.properties()) {
      if (property.type() != PropertyType.TABLE) {
        byName.putIfAbsent(property.name(), declared(property));
      }
    }
  }

  public static Queryables of(Layer layer) {
    return new Queryables(layer);
  }

  public Layer layer() {
    return layer;
  }

  public List<Queryable> list() {
    return List.copyOf(byName.values());
  }

  public Optional<Queryable> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Collection<String> names() {
    return byName.keySet();
  }

  /**
   * The filter itself, when every name, type and literal in it makes sense for this layer. Only a
   * checked filter may be compiled or evaluated.
   *
   * @throws BadInputException for an unknown property or function, for types that do not fit, for a
   *     geometry that is not on the globe or crosses itself
   */
  public Filter check(Filter filter) throws BadInputException {
    new TypeCheck(this).check(filter);
    return filter;
  }

  /**
   * The type of an expression of a checked filter.
   *
   * @throws IllegalArgumentException when the expression does not pass {@link #check}
   */
  public ValueType typeOf(Expression expression) {
    try {
      return new TypeCheck(this).types().of(expression);
    } catch (BadInputException unchecked) {
      throw new IllegalArgumentException("the filter was not checked", unchecked);
    }
  }

  private void common(String name, String title, ValueType type) {
    byName.put(name, new Queryable(name, title, type, Optional.empty()));
  }

  private static Queryable declared(Property property) {
    ValueType type =
        switch (property.type()) {
          case TEXT, LONG_TEXT, CODE -> ValueType.TEXT;
          case INTEGER, NUMBER -> ValueType.NUMBER;
          case BOOLEAN -> ValueType.BOOLEAN;
          case DATE -> ValueType.DATE;
          case TIMESTAMP -> ValueType.TIMESTAMP;
          case CODES, TEXTS -> ValueType.TEXTS;
          case TABLE -> throw new IllegalArgumentException("a table is not a queryable");
        };
    return new Queryable(property.name(), property.title(), type, Optional.of(property));
  }
}
