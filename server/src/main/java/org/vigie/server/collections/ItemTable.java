package org.vigie.server.collections;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;

/** Values of features as people read them: code labels instead of codes, titles for names. */
final class ItemTable {

  private static final int COLUMNS = 12;

  private final Layer layer;

  ItemTable(Layer layer) {
    this.layer = layer;
  }

  /** The few properties that a list shows: the title first, time next, no long texts. */
  List<String> columns() {
    List<String> columns = new ArrayList<>();
    layer.titleProperty().ifPresent(columns::add);
    columns.add("valid_from");
    layer.groupedBy().ifPresent(columns::add);
    for (Property property : layer.properties()) {
      boolean shown =
          switch (property.type()) {
            case LONG_TEXT, TABLE, TEXTS, CODES -> false;
            default -> !columns.contains(property.name());
          };
      if (shown && columns.size() < COLUMNS) {
        columns.add(property.name());
      }
    }
    return columns;
  }

  String title(String name) {
    return CommonAttribute.find(name)
        .map(CommonAttribute::title)
        .or(() -> layer.findProperty(name).map(Property::title))
        .orElse(name);
  }

  String value(String name, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    Optional<Property> property = layer.findProperty(name);
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(v -> parts.add(v.isValueNode() ? label(property, v.asText()) : v.toString()));
      return String.join(", ", parts);
    }
    return value.isValueNode() ? label(property, value.asText()) : value.toString();
  }

  private static String label(Optional<Property> property, String code) {
    return property.flatMap(p -> p.findChoice(code)).map(Choice::label).orElse(code);
  }
}
