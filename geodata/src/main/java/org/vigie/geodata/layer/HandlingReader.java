package org.vigie.geodata.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Role;

/** Reads who may see and change a layer, and which marks its features carry. */
final class HandlingReader {

  /** Name of the code list of need-to-know compartments. */
  static final String COMPARTMENTS = "compartment";

  private static final List<String> AREA = List.of("applies", "ignored");
  private static final double MOST_KILOMETRES = 200;

  private final CodeLists codeLists;

  HandlingReader(CodeLists codeLists) {
    this.codeLists = codeLists;
  }

  Handling read(YamlMap yaml, String group, GeometryKind geometry, List<Property> properties) {
    Set<Role> read = roles(yaml, "read", Handling.READERS);
    Set<Role> write = EnumSet.noneOf(Role.class);
    write.addAll(roles(yaml, "write", Handling.WRITERS));
    if (!yaml.has("write")) {
      write.retainAll(read);
    }
    if (!read.containsAll(write)) {
      yaml.fault(
          "write",
          "a role may write here that may not read",
          LayerSource.oneOf(read.stream().sorted().map(Role::word).toList()));
    }
    List<Choice> known = codeLists.find(COMPARTMENTS).orElse(List.of());
    return new Handling(
        read,
        write,
        compartments(yaml, known),
        yaml.word("area", AREA, w -> Optional.of(w).filter(AREA::contains))
            .map("applies"::equals)
            .orElse(!group.equals("reference")),
        yaml.flag("append-only", false),
        yaml.map("generalise").map(g -> generalisation(g, geometry, properties)),
        yaml.map("released-counts").flatMap(r -> releasing(r, properties)),
        known);
  }

  private static Set<Role> roles(YamlMap yaml, String key, Set<Role> otherwise) {
    if (!yaml.has(key)) {
      return otherwise;
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : yaml.words(key)) {
      Role.find(word)
          .ifPresentOrElse(
              roles::add,
              () ->
                  yaml.fault(
                      key,
                      "\"" + word + "\" is not a role",
                      LayerSource.oneOf(Arrays.stream(Role.values()).map(Role::word).toList())));
    }
    return roles;
  }

  private static Set<String> compartments(YamlMap yaml, List<Choice> known) {
    List<String> codes = known.stream().map(Choice::code).toList();
    Set<String> marks = new LinkedHashSet<>();
    for (String code : yaml.words("compartments")) {
      if (codes.contains(code)) {
        marks.add(code);
      } else {
        yaml.fault(
            "compartments",
            "\"" + code + "\" is not in the code list " + COMPARTMENTS,
            LayerSource.oneOf(codes));
      }
    }
    return marks;
  }

  private static Generalisation generalisation(
      YamlMap yaml, GeometryKind geometry, List<Property> properties) {
    yaml.allowOnly(List.of("by", "codes", "to-km", "clears"));
    for (String key : List.of("by", "codes", "to-km")) {
      if (!yaml.has(key)) {
        yaml.fault(key, "\"" + key + "\" is missing", "Add a line `" + key + ": …`");
      }
    }
    if (geometry == GeometryKind.LINE) {
      yaml.fault("by", "a line has no place that a grid cell could stand for", "Take it away");
    }
    List<Property> deciding = new ArrayList<>();
    for (String name : named(yaml, "by")) {
      find(yaml, "by", name, properties, p -> p.type().hasChoices()).ifPresent(deciding::add);
    }
    List<String> allowed =
        deciding.stream().flatMap(p -> p.choices().stream()).map(Choice::code).toList();
    boolean open = deciding.stream().anyMatch(Property::open);
    for (String code : yaml.words("codes")) {
      if (!open && !allowed.contains(code)) {
        yaml.fault(
            "codes",
            "\"" + code + "\" is no code of " + String.join(" or ", named(yaml, "by")),
            LayerSource.oneOf(allowed));
      }
    }
    for (String name : yaml.words("clears")) {
      find(yaml, "clears", name, properties, p -> !p.required() && p.type() != PropertyType.TABLE);
    }
    Double kilometres = yaml.number("to-km");
    if (kilometres != null && !(kilometres >= 1 && kilometres <= MOST_KILOMETRES)) {
      yaml.fault("to-km", kilometres + " km", "Give 1 to 200, for example 10");
    }
    return new Generalisation(
        named(yaml, "by"),
        Set.copyOf(new LinkedHashSet<>(yaml.words("codes"))),
        kilometres == null ? 10 : kilometres,
        yaml.words("clears"));
  }

  private static Optional<Releasing> releasing(YamlMap yaml, List<Property> properties) {
    yaml.allowOnly(List.of("by", "below"));
    if (!yaml.has("by")) {
      yaml.fault("by", "\"by\" is missing", "Add a line `by: …`");
      return Optional.empty();
    }
    String by = yaml.text("by").orElse("");
    find(
        yaml,
        "by",
        by,
        properties,
        p -> p.type() == PropertyType.TEXT || p.type() == PropertyType.CODE);
    Double below = yaml.number("below");
    if (below == null) {
      return Optional.of(new Releasing(by, Releasing.USUAL));
    }
    if (below != Math.rint(below) || below < Releasing.LEAST || below > Releasing.MOST) {
      yaml.fault("below", below + " features", "Give a whole number from 3 to 1000, usually 5");
      return Optional.empty();
    }
    return Optional.of(new Releasing(by, below.intValue()));
  }

  /** One word, or a list of words. */
  private static List<String> named(YamlMap yaml, String key) {
    return yaml.isList(key) ? yaml.words(key) : yaml.text(key).stream().toList();
  }

  private static Optional<Property> find(
      YamlMap yaml,
      String key,
      String name,
      List<Property> properties,
      java.util.function.Predicate<Property> fit) {
    List<Property> fitting =
        properties.stream().filter(fit).filter(p -> p.protection().isEmpty()).toList();
    Optional<Property> found = fitting.stream().filter(p -> p.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      yaml.fault(
          key,
          "\"" + name + "\" is not a property that can stand here",
          LayerSource.oneOf(fitting.stream().map(Property::name).toList()));
    }
    return found;
  }
}
