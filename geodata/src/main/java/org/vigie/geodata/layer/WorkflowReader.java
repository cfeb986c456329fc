package org.vigie.geodata.layer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Workflow.Step;
import org.vigie.geodata.layer.Workflow.TwoPersonRule;

/** Reads the {@code workflow:} part of a layer file. */
final class WorkflowReader {

  private static final List<String> KEYS =
      List.of("property", "initial", "merged", "reports", "steps", "target-hours", "two-person");

  private final YamlMap yaml;
  private final List<Property> codes;
  private final List<String> states;
  private final boolean tolerant;

  private WorkflowReader(YamlMap yaml, List<Property> properties, boolean tolerant) {
    this.yaml = yaml;
    this.tolerant = tolerant;
    this.codes = properties.stream().filter(p -> p.type() == PropertyType.CODE).toList();
    this.states =
        property(yaml, "property")
            .map(p -> p.choices().stream().map(Choice::code).toList())
            .orElse(List.of());
  }

  /**
   * @param tolerant whether the rule may name codes that a mission's own lists have not
   */
  static Optional<Workflow> read(YamlMap layer, List<Property> properties, boolean tolerant) {
    return layer.map("workflow").map(yaml -> new WorkflowReader(yaml, properties, tolerant).read());
  }

  private Workflow read() {
    yaml.allowOnly(KEYS);
    for (String key : List.of("property", "initial", "steps")) {
      if (!yaml.has(key)) {
        yaml.fault(key, "\"" + key + "\" is missing", "Add a line `" + key + ": …`");
      }
    }
    return new Workflow(
        yaml.text("property").orElse(""),
        state("initial").orElse(""),
        state("merged"),
        yaml.map("reports").flatMap(this::reports),
        yaml.map("steps").map(this::steps).orElse(List.of()),
        yaml.map("target-hours").map(this::targets).orElse(Map.of()),
        yaml.map("two-person")
            .map(this::twoPerson)
            .orElse(new TwoPersonRule(Set.of(), Optional.empty(), Set.of())));
  }

  private List<Step> steps(YamlMap steps) {
    steps.allowOnly(states);
    List<Step> list = new ArrayList<>();
    for (String to : steps.keys()) {
      steps
          .map(to)
          .ifPresent(
              step -> {
                step.allowOnly(List.of("from", "reopens", "who"));
                list.add(
                    new Step(to, among(step, "from"), among(step, "reopens"), roles(step, "who")));
              });
    }
    return list;
  }

  private Optional<Workflow.Reports> reports(YamlMap reports) {
    reports.allowOnly(List.of("layer", "target-hours"));
    Duration target = hours(reports, "target-hours").orElse(Duration.ofHours(1));
    return reports.text("layer").map(layer -> new Workflow.Reports(layer, target));
  }

  private Map<String, Duration> targets(YamlMap hours) {
    hours.allowOnly(states);
    Map<String, Duration> targets = new LinkedHashMap<>();
    for (String state : hours.keys()) {
      hours(hours, state).ifPresent(target -> targets.put(state, target));
    }
    return targets;
  }

  private static Optional<Duration> hours(YamlMap map, String key) {
    Double number = map.number(key);
    if (number != null && number <= 0) {
      map.fault(key, number + " is not a time to wait", "Write hours above 0, such as 0.5");
    }
    return number == null || number <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.round(number * 3600)));
  }

  private TwoPersonRule twoPerson(YamlMap rule) {
    rule.allowOnly(List.of("states", "by", "codes"));
    Optional<Property> by = rule.has("by") ? property(rule, "by") : Optional.empty();
    Set<String> named = new LinkedHashSet<>(rule.words("codes"));
    by.filter(property -> !property.open() && !tolerant)
        .ifPresent(
            property ->
                named.stream()
                    .filter(code -> property.findChoice(code).isEmpty())
                    .forEach(code -> unknown(rule, "codes", code, property)));
    return new TwoPersonRule(among(rule, "states"), by.map(Property::name), Set.copyOf(named));
  }

  private static void unknown(YamlMap rule, String key, String code, Property property) {
    rule.fault(
        key,
        "\"" + code + "\" is not a code of " + property.name(),
        LayerSource.oneOf(property.choices().stream().map(Choice::code).toList()));
  }

  private Optional<Property> property(YamlMap map, String key) {
    return map.word(
        key,
        codes.stream().map(Property::name).toList(),
        name -> codes.stream().filter(p -> p.name().equals(name)).findFirst());
  }

  private Optional<String> state(String key) {
    return yaml.word(key, states, word -> Optional.of(word).filter(states::contains));
  }

  private Set<String> among(YamlMap map, String key) {
    Set<String> words = new LinkedHashSet<>(map.words(key));
    for (String word : words) {
      if (!states.contains(word)) {
        map.fault(key, "\"" + word + "\" is not a state", LayerSource.oneOf(states));
      }
    }
    return Set.copyOf(words);
  }

  private static Set<Role> roles(YamlMap map, String key) {
    Set<Role> roles = new LinkedHashSet<>();
    for (String word : map.words(key)) {
      @Nullable Role role = Role.find(word).orElse(null);
      if (role == null) {
        map.fault(
            key,
            "\"" + word + "\" is not a role",
            LayerSource.oneOf(Arrays.stream(Role.values()).map(Role::word).toList()));
      } else {
        roles.add(role);
      }
    }
    return Set.copyOf(roles);
  }
}
