package org.vigie.geodata.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.geodata.model.Classification;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one layer file into a layer, noting every fault in the source. */
final class LayerReader {

  private static final List<String> KEYS =
      List.of(
          "layer",
          "label",
          "description",
          "group",
          "order",
          "geometry",
          "place",
          "time",
          "classification",
          "identity",
          "title",
          "severity",
          "sums",
          "grouped-by",
          "source",
          "symbol",
          "properties",
          "read",
          "write",
          "compartments",
          "area",
          "append-only",
          "generalise",
          "released-counts",
          "workflow");

  private static final List<String> GROUPS =
      List.of("events", "operations", "protection", "mission", "reference");

  /** Safe as a collection id in a URL and, hyphens made underscores, as a name in SQL. */
  private static final Pattern NAME = Pattern.compile("(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final CodeLists codeLists;

  LayerReader(CodeLists codeLists) {
    this.codeLists = codeLists;
  }

  /** A layer and where the layer tree shows it. */
  record Placed(double order, Layer layer) {}

  Placed read(LayerSource source, String expectedName, Node root) {
    YamlMap yaml = YamlMap.of(source, "layer", root);
    yaml.allowOnly(KEYS);
    String name = name(yaml, expectedName);
    List<Property> properties =
        yaml.map("properties")
            .map(p -> new PropertyReader(codeLists).readAll(p, false))
            .orElse(List.of());
    checkBroader(yaml, properties);
    boolean tolerant = !source.fromMission() && codeLists.hasMissionLists();
    Symbol symbol = SymbolReader.read(yaml, properties, tolerant);
    Double order = yaml.number("order");
    String group =
        yaml.word("group", GROUPS, w -> Optional.of(w).filter(GROUPS::contains)).orElse("mission");
    GeometryKind geometry =
        yaml.word("geometry", GeometryKind.words(), GeometryKind::find).orElse(GeometryKind.POINT);
    Layer layer =
        new Layer(
            name,
            yaml.labels("label"),
            yaml.labels("description"),
            group,
            geometry,
            yaml.word("place", List.of("required", "optional"), LayerReader::required).orElse(true),
            yaml.word("time", TimeModel.words(), TimeModel::find).orElse(TimeModel.EVENT),
            classification(yaml),
            properties,
            symbol,
            yaml.words("identity"),
            yaml.text("grouped-by").or(() -> Optional.ofNullable(symbol.property())),
            yaml.text("title"),
            yaml.text("severity"),
            yaml.words("sums"),
            yaml.text("source").orElse(""),
            new HandlingReader(codeLists).read(yaml, group, geometry, properties),
            WorkflowReader.read(yaml, properties, tolerant));
    checkPresent(yaml);
    checkReferences(yaml, layer);
    return new Placed(order == null ? Double.MAX_VALUE : order, layer);
  }

  private static String name(YamlMap yaml, String expectedName) {
    String name = yaml.text("layer").orElse(expectedName);
    if (!NAME.matcher(name).matches()) {
      yaml.fault(
          "layer",
          "\"" + name + "\" cannot name a layer",
          "Use lower-case words joined by hyphens, at most 40 letters, for example ied-report");
    } else if (!name.equals(expectedName)) {
      yaml.fault(
          "layer",
          "the file is named " + expectedName + ".layer.yaml but declares \"" + name + "\"",
          "Make them equal, so that the file of a layer can be found");
    }
    return name;
  }

  private static void checkPresent(YamlMap yaml) {
    for (String key : List.of("layer", "label", "group", "geometry", "time", "properties")) {
      if (!yaml.has(key)) {
        yaml.fault(key, "\"" + key + "\" is missing", "Add a line `" + key + ": …`");
      }
    }
  }

  private static Optional<Boolean> required(String word) {
    return switch (word) {
      case "required" -> Optional.of(true);
      case "optional" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Classification classification(YamlMap yaml) {
    List<String> words = Arrays.stream(Classification.values()).map(Enum::name).toList();
    return yaml.word(
            "classification",
            words,
            w ->
                Arrays.stream(Classification.values())
                    .filter(c -> c.name().equals(w.toUpperCase(Locale.ROOT)))
                    .findFirst())
        .orElse(Classification.UNCLASSIFIED);
  }

  /** A code's broader code must be one of the sibling property that {@code broader} names. */
  private static void checkBroader(YamlMap yaml, List<Property> properties) {
    YamlMap declared = yaml.map("properties").orElse(yaml);
    for (Property property : properties) {
      if (property.broader() == null) {
        continue;
      }
      Optional<Property> broader =
          properties.stream()
              .filter(
                  p ->
                      p.name().equals(property.broader())
                          && p.type() == PropertyType.CODE
                          && p.protection().isEmpty())
              .findFirst();
      if (broader.isEmpty()) {
        declared.fault(
            property.name(),
            "its broader property \"" + property.broader() + "\" does not exist",
            "Name a property of type code in this layer");
        continue;
      }
      for (Choice choice : property.choices()) {
        if (choice.broader() != null && broader.get().findChoice(choice.broader()).isEmpty()) {
          declared.fault(
              property.name(),
              "code "
                  + choice.code()
                  + " belongs to \""
                  + choice.broader()
                  + "\", which "
                  + broader.get().name()
                  + " does not have",
              LayerSource.oneOf(broader.get().choices().stream().map(Choice::code).toList()));
        }
      }
    }
  }

  private static void checkReferences(YamlMap yaml, Layer layer) {
    refer(yaml, "title", layer.titleProperty().stream().toList(), layer, Set.of(PropertyType.TEXT));
    refer(
        yaml, "severity", layer.severity().stream().toList(), layer, Set.of(PropertyType.INTEGER));
    refer(yaml, "sums", layer.sums(), layer, Set.of(PropertyType.INTEGER, PropertyType.NUMBER));
    refer(
        yaml, "grouped-by", layer.groupedBy().stream().toList(), layer, Set.of(PropertyType.CODE));
    Set<PropertyType> scalar = new HashSet<>(Arrays.asList(PropertyType.values()));
    scalar.removeAll(
        Set.of(PropertyType.CODES, PropertyType.TEXTS, PropertyType.TABLE, PropertyType.LONG_TEXT));
    refer(yaml, "identity", layer.identity(), layer, scalar);
  }

  private static void refer(
      YamlMap yaml, String key, List<String> names, Layer layer, Set<PropertyType> types) {
    List<String> allowed = new ArrayList<>();
    layer.properties().stream()
        .filter(p -> types.contains(p.type()) && p.protection().isEmpty())
        .forEach(p -> allowed.add(p.name()));
    for (String name : names) {
      if (yaml.has(key) && !allowed.contains(name)) {
        yaml.fault(
            key,
            "\"" + name + "\" is not a property that can stand here",
            LayerSource.oneOf(allowed));
      }
    }
  }
}
