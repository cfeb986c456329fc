package org.vigie.server.collections;

import java.util.List;
import java.util.Map;
import org.vigie.server.http.Markup;
import org.vigie.server.http.Schema;

/** Declared properties as a table for people. */
final class SchemaTable {

  private SchemaTable() {}

  static void write(Markup m, Map<String, Schema> properties) {
    m.open("div", "class", "scroll").open("table").open("thead").open("tr");
    List.of("Name", "Title", "Type", "Meaning").forEach(h -> m.tag("th", h, "scope", "col"));
    m.close().close().open("tbody");
    properties.forEach(
        (name, schema) -> {
          m.open("tr").open("th", "scope", "row").tag("code", name).close();
          m.tag("td", text(schema, "title")).tag("td", type(schema));
          m.tag("td", text(schema, "description")).close();
        });
    m.close().close().close();
  }

  private static String type(Schema schema) {
    Object words = schema.keywords().get("enum");
    if (words instanceof List<?> list) {
      return "one of " + String.join(", ", list.stream().map(Object::toString).toList());
    }
    String format = text(schema, "format");
    String type = text(schema, "type");
    return format.isEmpty() ? type : (type + " " + format).strip();
  }

  private static String text(Schema schema, String keyword) {
    Object value = schema.keywords().get(keyword);
    return value == null ? "" : value.toString();
  }
}
