package org.vigie.geodata.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** The code lists that several layers share, by name; the mission's replace ours by name. */
final class CodeLists {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,59}");
  private static final Pattern LIST = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Map<String, List<Choice>> byName = new LinkedHashMap<>();
  private boolean ofMission;

  /** Takes every list of one file. */
  void read(LayerSource source, Node root) {
    YamlMap lists = YamlMap.of(source, "code lists", root);
    for (String name : lists.keys()) {
      if (!LIST.matcher(name).matches()) {
        lists.fault(
            name,
            "\"" + name + "\" cannot name a code list",
            "Use lower-case words joined by hyphens, for example actor-type");
        continue;
      }
      lists.map(name).ifPresent(list -> byName.put(name, choices(list, name)));
      if (source.fromMission()) {
        ofMission = true;
      }
    }
  }

  Optional<List<Choice>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Set<String> names() {
    return byName.keySet();
  }

  /** Whether the mission replaced any list, so that codes our own files name may be gone. */
  boolean hasMissionLists() {
    return ofMission;
  }

  /** The choices of a mapping {@code CODE: label} or {@code CODE: {en: …, fr: …, broader: …}}. */
  static List<Choice> choices(YamlMap list, String field) {
    List<Choice> choices = new ArrayList<>();
    for (String code : list.keys()) {
      if (!CODE.matcher(code).matches()) {
        list.fault(
            code,
            "\"" + code + "\" cannot be a code of " + field,
            "Use capitals, digits, underscores and hyphens, at most 60, for example ARMED_CLASH");
      } else if (list.isMap(code)) {
        YamlMap entry = list.map(code).orElseThrow();
        Map<String, String> labels = entry.languages(code, Set.of("broader"));
        choices.add(new Choice(code, labels, entry.text("broader").orElse(null)));
      } else {
        list.text(code)
            .ifPresent(label -> choices.add(new Choice(code, Map.of("en", label), null)));
      }
    }
    if (choices.isEmpty()) {
      list.fault(field, "the code list is empty", "Write one `CODE: label` line for each code");
    }
    return List.copyOf(choices);
  }
}
