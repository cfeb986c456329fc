package org.vigie.server.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;

/** Layers as a person reads them in a terminal. */
final class LayerListing {

  /** Longer lists are cut: the whole is in the JSON. */
  private static final int MOST_CODES = 12;

  private final PrintWriter out;

  LayerListing(PrintWriter out) {
    this.out = out;
  }

  void overview(List<Layer> layers) {
    String row = "%-20s %-26s %-12s %-17s %-6s %4s  %s%n";
    out.printf(row, "LAYER", "TITLE", "GROUP", "GEOMETRY", "TIME", "PROP", "CLASSIFICATION");
    for (Layer layer : layers) {
      out.printf(
          row,
          layer.name(),
          layer.title(),
          layer.group(),
          layer.geometry().word(),
          layer.time().word(),
          layer.properties().size(),
          layer.defaultClassification().label());
    }
  }

  void detail(Layer layer) {
    out.printf("%s: %s%n", layer.name(), layer.title());
    out.println(layer.description());
    out.printf(
        "%s, %s, time: %s, unless said otherwise %s%n%n",
        layer.group(),
        layer.geometry().word() + (layer.geometryRequired() ? "" : " (place may be unknown)"),
        layer.time().word(),
        layer.defaultClassification().label());
    handling(layer);
    for (Property property : layer.properties()) {
      print("", property);
    }
  }

  private void handling(Layer layer) {
    out.printf("read by: %s%n", roles(layer.read()));
    out.printf("changed by: %s%n", roles(layer.write()));
    if (!layer.compartments().isEmpty()) {
      out.printf("compartments of a new feature: %s%n", sorted(layer.compartments()));
    }
    if (!layer.areaApplies()) {
      out.println("the same for every area of responsibility");
    }
    if (layer.appendOnly()) {
      out.println("append-only: a feature never changes, except its marks");
    }
    layer
        .handling()
        .generalisation()
        .ifPresent(
            rule ->
                out.printf(
                    "place kept to %s km when %s is %s%n",
                    plain(rule.kilometres()),
                    String.join(" or ", rule.by()),
                    sorted(rule.codes())));
    out.println();
  }

  private static String roles(Set<Role> roles) {
    return roles.size() == Role.values().length
        ? "everybody"
        : String.join(", ", roles.stream().sorted().map(Role::word).toList());
  }

  private static String sorted(Set<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }

  private void print(String indent, Property property) {
    out.printf(
        "%s%-24s %-10s %s%n",
        indent, property.name(), property.type().word(), property.title() + notes(property));
    if (!property.help().isEmpty()) {
      out.printf("%s%-24s %-10s %s%n", indent, "", "", property.help());
    }
    if (!property.choices().isEmpty()) {
      out.printf("%s%-24s %-10s %s%n", indent, "", "", codes(property));
    }
    property.columns().forEach(column -> print(indent + "  ", column));
  }

  private static String notes(Property property) {
    StringBuilder notes = new StringBuilder();
    if (property.unit() != null) {
      notes.append(", ").append(property.unit());
    }
    if (property.minimum() != null) {
      notes.append(", at least ").append(plain(property.minimum()));
    }
    if (property.maximum() != null) {
      notes.append(", at most ").append(plain(property.maximum()));
    }
    if (property.required()) {
      notes.append(", required");
    }
    property.protection().ifPresent(p -> notes.append(", protected: ").append(p.word()));
    return notes.toString();
  }

  private static String codes(Property property) {
    List<String> codes = property.choices().stream().map(Choice::code).toList();
    String shown = String.join(" ", codes.subList(0, Math.min(MOST_CODES, codes.size())));
    String more = codes.size() > MOST_CODES ? " and " + (codes.size() - MOST_CODES) + " more" : "";
    return shown + more + (property.open() ? ", or any other" : "");
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : Double.toString(number);
  }
}
