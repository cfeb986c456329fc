package org.vigie.geodata.store.postgis;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.store.postgis.Columns.Column;

/** The data definition statements of one layer. */
final class LayerDdl {

  /** One index: its name, and the statement that creates it where it is missing. */
  record Index(String name, String statement) {}

  private static final List<String> COMMON =
      List.of(
          "valid_from",
          "valid_to",
          "time_precision",
          "location_class",
          "radius_m",
          "classification",
          "compartments",
          "source_system",
          "source_id",
          "recorded_at",
          "version");

  private static final int LONGEST_NAME = 63;

  private final Layer layer;
  private final String suffix;

  LayerDdl(Layer layer) {
    this.layer = layer;
    requireName(layer.name(), "[a-z][a-z0-9]*(-[a-z0-9]+)*", 40);
    for (Property property : layer.properties()) {
      requireName(property.name(), "[a-z][a-z0-9_]*", LONGEST_NAME);
      if (COMMON.contains(property.name()) || List.of("id", "geom").contains(property.name())) {
        throw new IllegalArgumentException(
            "layer " + layer.name() + ": every feature has " + property.name() + " already");
      }
    }
    suffix = layer.name().replace('-', '_');
  }

  /** Identifiers go into SQL text, so nothing but what we expect may get there. */
  private static void requireName(String name, String pattern, int length) {
    if (!name.matches(pattern) || name.length() > length) {
      throw new IllegalArgumentException("not a name: " + name);
    }
  }

  String feature() {
    return "vigie.feature_" + suffix;
  }

  String change() {
    return "vigie.change_" + suffix;
  }

  String viewName() {
    return "vigie.layer_" + suffix;
  }

  String indexPrefix() {
    return "feature_" + suffix + "__";
  }

  List<String> partitions() {
    return List.of(
        "create table if not exists "
            + feature()
            + " partition of vigie.feature for values in ('"
            + layer.name()
            + "')",
        "create table if not exists "
            + change()
            + " partition of vigie.change for values in ('"
            + layer.name()
            + "')",
        // a statement trigger on the parent does not see what is done to a partition directly
        "create or replace trigger append_only before update or delete or truncate on "
            + change()
            + " for each statement execute function vigie.refuse_rewriting()",
        "alter table " + change() + " enable always trigger append_only",
        // policies of the parent do not hold for a partition that is addressed itself
        "alter table " + feature() + " enable row level security, force row level security",
        "alter table " + change() + " enable row level security, force row level security");
  }

  /**
   * Box, start, grouping property with start, and each property declared as indexed. Separate
   * B-trees beside the GiST index: a GiST index over several columns never won and lost badly with
   * long lists of types.
   */
  List<Index> indexes() {
    List<Index> indexes = new ArrayList<>();
    indexes.add(index("geom", "using gist (geom)"));
    if (layer.time() != TimeModel.NONE) {
      indexes.add(index("valid_from", "(valid_from)"));
    }
    if (layer.time() == TimeModel.EVENT) {
      indexes.add(index("long_until", "(long_until) where long_until is not null"));
    }
    String group = layer.groupedBy().orElse("");
    for (Property property : open()) {
      Column column = Columns.of(property, "properties");
      String name = property.name() + "_" + column.sqlType();
      if (property.name().equals(group)) {
        indexes.add(index(name, "(" + column.expression() + ", valid_from)"));
      } else if (property.indexed() && column.sortable()) {
        indexes.add(index(name, "(" + column.expression() + ")"));
      } else if (property.indexed() && property.type() != PropertyType.TABLE) {
        indexes.add(index(name, "using gin (" + column.expression() + ")"));
      }
    }
    return indexes;
  }

  /** What lies in the documents of the features; the rest is kept apart from indexes and views. */
  private List<Property> open() {
    return layer.properties().stream().filter(p -> p.protection().isEmpty()).toList();
  }

  private Index index(String what, String definition) {
    String name = indexPrefix() + what;
    if (name.length() > LONGEST_NAME) {
      String hash = Integer.toHexString(name.hashCode());
      name = name.substring(0, LONGEST_NAME - hash.length()) + hash;
    }
    return new Index(
        name, "create index if not exists \"" + name + "\" on " + feature() + " " + definition);
  }

  /** It reads with the rights of whoever asks; any other view would bypass row-level security. */
  String view() {
    StringBuilder sql = new StringBuilder("create or replace view ").append(viewName());
    sql.append(" with (security_invoker = true) as select f.id, ");
    // A GIS asks for one type; the other kinds take a single and a multiple form.
    String type = layer.geometry() == GeometryKind.POINT ? "Point" : "Geometry";
    sql.append("f.geom::geometry(").append(type).append(", 4326) as geom");
    COMMON.forEach(column -> sql.append(", f.").append(column));
    for (Property property : open()) {
      String expression = Columns.of(property, "f.properties").expression();
      sql.append(", ").append(expression).append(" as \"").append(property.name()).append('"');
    }
    return sql.append(" from vigie.feature f where f.layer = '")
        .append(layer.name())
        .append('\'')
        .toString();
  }

  List<String> comments() {
    List<String> comments = new ArrayList<>();
    comments.add(
        "comment on view "
            + viewName()
            + " is "
            + literal(layer.title() + ". " + layer.description()));
    for (Property property : open()) {
      String unit = property.unit() == null ? "" : " [" + property.unit() + "]";
      comments.add(
          "comment on column "
              + viewName()
              + ".\""
              + property.name()
              + "\" is "
              + literal(property.title() + unit + ". " + property.help()));
    }
    return comments;
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''").replace("\0", "") + "'";
  }
}
