package org.vigie.server.collections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.query.Queryables;
import org.vigie.server.http.Schema;

/** A layer's declaration as JSON Schema: what clients may read, write, filter and sort by. */
final class LayerSchema {

  private final Layer layer;

  LayerSchema(Layer layer) {
    this.layer = layer;
  }

  Layer layer() {
    return layer;
  }

  /** Everything a CQL2 filter may name. */
  Map<String, Schema> queryables() {
    Queryables queryables = Queryables.of(layer);
    Map<String, Schema> all = members();
    all.keySet().removeIf(name -> queryables.find(name).isEmpty());
    return all;
  }

  /** Everything a feature carries. */
  Map<String, Schema> members() {
    Map<String, Schema> all = new LinkedHashMap<>();
    all.put("geom", geometry());
    for (CommonAttribute attribute : CommonAttribute.values()) {
      all.put(attribute.word(), attribute.schema());
    }
    all.put(CommonAttribute.COMPARTMENTS.word(), compartments());
    layer.properties().forEach(p -> all.put(p.name(), property(p)));
    return all;
  }

  /** Everything {@code sortby} may name: what has one value that can be compared. */
  Map<String, Schema> sortables() {
    Map<String, Schema> all = members();
    all.remove("geom");
    all.remove(CommonAttribute.COMPARTMENTS.word());
    layer.properties().stream()
        .filter(p -> !isSortable(p.type()))
        .forEach(p -> all.remove(p.name()));
    return all;
  }

  private Schema compartments() {
    List<String> known = layer.handling().known().stream().map(Choice::code).toList();
    return known.isEmpty()
        ? CommonAttribute.COMPARTMENTS.schema()
        : Schema.array(Schema.words(known)).titled(CommonAttribute.COMPARTMENTS.title());
  }

  List<String> required() {
    List<String> required = new ArrayList<>();
    if (layer.geometryRequired()) {
      required.add("geom");
    }
    layer.properties().stream().filter(Property::required).forEach(p -> required.add(p.name()));
    return required;
  }

  private static boolean isSortable(PropertyType type) {
    return switch (type) {
      case CODES, TEXTS, TABLE -> false;
      default -> true;
    };
  }

  /** The words of {@code format} are those of OGC 23-058, clause 9. */
  private Schema geometry() {
    String kind =
        switch (layer.geometry()) {
          case POINT -> "geometry-point";
          case LINE -> "geometry-linestring-or-multilinestring";
          case POLYGON -> "geometry-polygon-or-multipolygon";
          case POINT_OR_POLYGON, ANY -> "geometry-any";
        };
    Map<String, Object> keywords = new LinkedHashMap<>();
    keywords.put("title", "Geometry");
    keywords.put("description", "One of " + String.join(", ", layer.geometry().types()));
    keywords.put("format", kind);
    keywords.put("x-ogc-role", "primary-geometry");
    return new Schema(keywords);
  }

  private static Schema property(Property property) {
    Schema schema = type(property).titled(property.title());
    if (!property.help().isBlank()) {
      schema = schema.described(property.help());
    }
    if (property.unit() != null) {
      schema = schema.with("x-ogc-unit", property.unit());
    }
    if (property.minimum() != null) {
      schema = schema.with("minimum", property.minimum());
    }
    return property.maximum() == null ? schema : schema.with("maximum", property.maximum());
  }

  private static Schema type(Property property) {
    return switch (property.type()) {
      case TEXT, LONG_TEXT -> Schema.string();
      case INTEGER -> Schema.integer();
      case NUMBER -> Schema.number();
      case BOOLEAN -> Schema.bool();
      case DATE -> Schema.string().with("format", "date");
      case TIMESTAMP -> Schema.string().with("format", "date-time");
      case CODE -> code(property);
      case CODES -> Schema.array(code(property));
      case TEXTS -> Schema.array(Schema.string());
      case TABLE -> {
        Map<String, Schema> columns = new LinkedHashMap<>();
        property.columns().forEach(c -> columns.put(c.name(), property(c)));
        yield Schema.array(Schema.object(columns));
      }
    };
  }

  private static Schema code(Property property) {
    List<String> codes = property.choices().stream().map(Choice::code).toList();
    return property.open() || codes.isEmpty() ? Schema.string() : Schema.words(codes);
  }

  /** The words of {@code sortby} and {@code properties}. */
  boolean isSortable(String name) {
    return sortables().containsKey(name);
  }

  List<String> propertyNames() {
    List<String> names = new ArrayList<>(CommonAttribute.names());
    names.remove("id");
    layer.properties().forEach(p -> names.add(p.name()));
    return names;
  }

  /** Titles of the columns of a table of features, by property name. */
  String title(String name) {
    return CommonAttribute.find(name)
        .map(CommonAttribute::title)
        .or(() -> layer.findProperty(name).map(Property::title))
        .orElse(name);
  }
}
