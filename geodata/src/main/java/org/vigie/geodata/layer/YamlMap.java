package org.vigie.geodata.layer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML file that knows its lines. A reader asks for the keys it understands; a value
 * of the wrong kind becomes a fault of the source and reads as absent, so that reading goes on to
 * the next fault. Scalars are taken as written: {@code NO} and {@code 2-6_DAYS} stay text.
 */
final class YamlMap {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private final LayerSource source;
  private final long line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Long> lines = new LinkedHashMap<>();

  private YamlMap(LayerSource source, long line) {
    this.source = source;
    this.line = line;
  }

  /** Reads a node that should be a mapping; {@code field} names it in a fault. */
  static YamlMap of(LayerSource source, String field, Node node) {
    YamlMap map = new YamlMap(source, lineOf(node));
    if (!(node instanceof MappingNode mapping)) {
      source.fault(
          lineOf(node), field, "a mapping is wanted here", "Write it as `key: value` lines");
      return map;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        source.fault(
            lineOf(tuple.getKeyNode()), field, "a key must be a word", "Write `key: value`");
      } else if (map.values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        source.fault(lineOf(key), key.getValue(), "the key is there twice", "Keep one of them");
      } else {
        map.lines.put(key.getValue(), lineOf(key));
      }
    }
    return map;
  }

  static long lineOf(Node node) {
    return node.getStartMark().getLine() + 1L;
  }

  Set<String> keys() {
    return new LinkedHashSet<>(lines.keySet());
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Line of a key, or of the mapping itself when the key is absent. */
  long line(String key) {
    return lines.getOrDefault(key, line);
  }

  void fault(String key, String what, String fix) {
    source.fault(line(key), key, what, fix);
  }

  void allowOnly(Collection<String> allowed) {
    for (String key : keys()) {
      if (!allowed.contains(key)) {
        fault(key, "this key is not known here", LayerSource.oneOf(allowed));
      }
    }
  }

  Optional<String> text(String key) {
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return Optional.of(scalar.getValue().strip());
    }
    fault(key, "a single value is wanted", "Write `" + key + ": value` on one line");
    return Optional.empty();
  }

  /** The value that the word stands for; absent and faulted when the word is not an allowed one. */
  <T> Optional<T> word(String key, List<String> allowed, Function<String, Optional<T>> find) {
    Optional<String> word = text(key);
    Optional<T> value = word.flatMap(find);
    if (word.isPresent() && value.isEmpty()) {
      fault(key, "\"" + word.get() + "\" is not allowed", LayerSource.oneOf(allowed));
    }
    return value;
  }

  boolean flag(String key, boolean otherwise) {
    return word(
            key,
            List.of("true", "false"),
            w ->
                w.equals("true") || w.equals("false")
                    ? Optional.of(Boolean.valueOf(w))
                    : Optional.empty())
        .orElse(otherwise);
  }

  @Nullable Double number(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return null;
    }
    try {
      double value = Double.parseDouble(text.get());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // told below, together with NaN and infinity
    }
    fault(key, "\"" + text.get() + "\" is not a number", "Write a number such as 5 or 0.5");
    return null;
  }

  List<String> words(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence
        && sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
      return sequence.getValue().stream().map(n -> ((ScalarNode) n).getValue().strip()).toList();
    }
    fault(key, "a list of words is wanted", "Write `" + key + ": [one, two]`");
    return List.of();
  }

  Optional<YamlMap> map(String key) {
    Node node = values.get(key);
    return node == null ? Optional.empty() : Optional.of(of(source, key, node));
  }

  boolean isList(String key) {
    return values.get(key) instanceof SequenceNode;
  }

  boolean isMap(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /**
   * A text by language: one value is English, a mapping names the languages. Faulted when English
   * is missing from a mapping.
   */
  Map<String, String> labels(String key) {
    if (values.get(key) instanceof MappingNode byLanguage) {
      return of(source, key, byLanguage).languages(key, Set.of());
    }
    return text(key).map(english -> Map.of("en", english)).orElse(Map.of());
  }

  /** The languages of this mapping, keys in {@code others} left out. */
  Map<String, String> languages(String field, Set<String> others) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String language : keys()) {
      if (others.contains(language)) {
        continue;
      }
      if (LANGUAGE.matcher(language).matches()) {
        text(language).ifPresent(label -> labels.put(language, label));
      } else {
        fault(
            language,
            "\"" + language + "\" is not a language",
            "Use two-letter language codes such as en and fr");
      }
    }
    if (labels.getOrDefault("en", "").isEmpty()) {
      source.fault(line, field, "the English text is missing", "Add `en: …`");
    }
    return labels;
  }
}
