package org.vigie.geodata.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Protection;

/** Reads one property of a layer file. */
final class PropertyReader {

  private static final List<String> KEYS =
      List.of(
          "type",
          "label",
          "help",
          "codes",
          "broader",
          "open",
          "columns",
          "unit",
          "required",
          "indexed",
          "minimum",
          "maximum",
          "protected");

  /** Names that every feature has outside its own properties. */
  static final Set<String> RESERVED =
      Set.of(
          "id",
          "layer",
          "geom",
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

  /** Safe unquoted in SQL, in a query string and as a column heading. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");

  private final CodeLists codeLists;

  PropertyReader(CodeLists codeLists) {
    this.codeLists = codeLists;
  }

  /** Every property of a mapping by name; {@code nested} inside a table, where no table may be. */
  List<Property> readAll(YamlMap properties, boolean nested) {
    List<Property> read = new ArrayList<>();
    for (String name : properties.keys()) {
      checkName(properties, name, nested);
      properties.map(name).ifPresent(p -> read.add(read(name, p, nested)));
    }
    return List.copyOf(read);
  }

  private static void checkName(YamlMap properties, String name, boolean nested) {
    if (!NAME.matcher(name).matches()) {
      properties.fault(
          name,
          "\"" + name + "\" cannot name a property",
          "Use lower-case letters, digits and underscores, at most 50, starting with a letter");
    } else if (!nested && RESERVED.contains(name)) {
      properties.fault(
          name,
          "every feature has \"" + name + "\" already",
          "Choose another name or leave it out");
    }
  }

  private Property read(String name, YamlMap yaml, boolean nested) {
    yaml.allowOnly(KEYS);
    List<String> types =
        nested
            ? PropertyType.words().stream().filter(w -> !w.equals("table")).toList()
            : PropertyType.words();
    PropertyType type =
        yaml.word("type", types, w -> types.contains(w) ? PropertyType.find(w) : Optional.empty())
            .orElse(PropertyType.TEXT);
    if (!yaml.has("type")) {
      yaml.fault("type", name + " has no type", LayerSource.oneOf(types));
    }
    Map<String, String> titles = yaml.labels("label");
    if (!yaml.has("label")) {
      yaml.fault("label", name + " has no label", "Add `label: …`, the words on the form");
    }
    List<Choice> choices = choices(name, yaml, type);
    Double minimum = number(yaml, "minimum", type);
    Double maximum = number(yaml, "maximum", type);
    if (minimum != null && maximum != null && minimum > maximum) {
      yaml.fault("minimum", "the minimum is above the maximum", "Exchange or correct them");
    }
    onlyFor(yaml, "unit", type.isNumeric(), "integer and number");
    onlyFor(yaml, "open", type.hasChoices(), "code and codes");
    onlyFor(yaml, "broader", type.hasChoices(), "code and codes");
    onlyFor(yaml, "columns", type == PropertyType.TABLE, "table");
    return new Property(
        name,
        titles,
        yaml.labels("help"),
        type,
        yaml.text("unit").orElse(null),
        yaml.flag("required", false),
        yaml.flag("indexed", false),
        minimum,
        maximum,
        choices,
        yaml.flag("open", false),
        columns(name, yaml, type),
        yaml.text("broader").orElse(null),
        protection(name, yaml, nested));
  }

  /** Kept apart means: not everybody can fill it in, and no index over the features reaches it. */
  private static Optional<Protection> protection(String name, YamlMap yaml, boolean nested) {
    Optional<Protection> protection = yaml.word("protected", Protection.words(), Protection::find);
    if (protection.isPresent() && nested) {
      yaml.fault("protected", "a column cannot be kept apart", "Protect the table as a whole");
    }
    for (String key : List.of("required", "indexed")) {
      if (protection.isPresent() && yaml.flag(key, false)) {
        yaml.fault(
            key, name + " is protected and cannot be " + key, "Take one of the two keys away");
      }
    }
    return protection;
  }

  private List<Choice> choices(String name, YamlMap yaml, PropertyType type) {
    onlyFor(yaml, "codes", type.hasChoices(), "code and codes");
    if (!type.hasChoices()) {
      return List.of();
    }
    Optional<YamlMap> codes = yaml.map("codes");
    if (codes.isEmpty()) {
      yaml.fault(
          "codes",
          name + " has no codes",
          "List them, or write `codes: {use: NAME}` for a shared list");
      return List.of();
    }
    if (!codes.get().has("use")) {
      return CodeLists.choices(codes.get(), name);
    }
    codes.get().allowOnly(List.of("use"));
    return codes
        .get()
        .word("use", codeLists.names().stream().sorted().toList(), codeLists::find)
        .orElse(List.of());
  }

  private List<Property> columns(String name, YamlMap yaml, PropertyType type) {
    if (type != PropertyType.TABLE) {
      return List.of();
    }
    Optional<YamlMap> columns = yaml.map("columns");
    if (columns.isEmpty() || columns.get().keys().isEmpty()) {
      yaml.fault("columns", name + " has no columns", "Declare them like properties");
      return List.of();
    }
    return readAll(columns.get(), true);
  }

  private static @Nullable Double number(YamlMap yaml, String key, PropertyType type) {
    onlyFor(yaml, key, type.isNumeric(), "integer and number");
    return yaml.number(key);
  }

  private static void onlyFor(YamlMap yaml, String key, boolean right, String types) {
    if (yaml.has(key) && !right) {
      yaml.fault(key, "\"" + key + "\" means nothing for this type", "It is for " + types);
    }
  }
}
