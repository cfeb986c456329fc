package org.vigie.geodata.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.geodata.layer.Symbol.Mark;

/**
 * Reads the symbol of a layer file. Named colours are those of Okabe and Ito (2008), which people
 * with any common colour vision can tell apart.
 */
final class SymbolReader {

  private static final Map<String, String> COLOURS = colours();
  private static final Pattern HEXADECIMAL = Pattern.compile("#[0-9a-f]{6}");

  /** Version, context, identity, symbol set, status, headquarters, echelon, entity, modifiers. */
  private static final Pattern SIDC = Pattern.compile("[0-9]{20}");

  private static final Mark FALLBACK = new Mark("#7f8790", "circle");

  private SymbolReader() {}

  /**
   * Reads {@code symbol: blue square}, or a mapping with {@code by}, {@code marks} and {@code
   * other}.
   *
   * @param tolerant whether marks of unknown codes are left out instead of being faults
   */
  static Symbol read(YamlMap layer, List<Property> properties, boolean tolerant) {
    if (!layer.has("symbol")) {
      layer.fault("symbol", "the layer has no symbol", "Add `symbol: blue circle`");
      return new Symbol(null, Map.of(), FALLBACK);
    }
    if (!layer.isMap("symbol")) {
      return new Symbol(null, Map.of(), mark(layer, "symbol"));
    }
    YamlMap symbol = layer.map("symbol").orElseThrow();
    symbol.allowOnly(List.of("by", "marks", "other"));
    Mark other = symbol.has("other") ? mark(symbol, "other") : FALLBACK;
    Optional<Property> by = by(symbol, properties);
    Map<String, Mark> marks = new LinkedHashMap<>();
    Optional<YamlMap> declared = symbol.map("marks");
    if (by.isPresent() && declared.isPresent()) {
      for (String code : declared.get().keys()) {
        Mark mark = mark(declared.get(), code);
        if (by.get().findChoice(code).isPresent()) {
          marks.put(code, mark);
        } else if (!tolerant) {
          declared
              .get()
              .fault(
                  code,
                  "\"" + code + "\" is not a code of " + by.get().name(),
                  LayerSource.oneOf(by.get().choices().stream().map(Choice::code).toList()));
        }
      }
    }
    return new Symbol(by.map(Property::name).orElse(null), marks, other);
  }

  private static Optional<Property> by(YamlMap symbol, List<Property> properties) {
    List<String> candidates =
        properties.stream()
            .filter(p -> p.type() == PropertyType.CODE && p.protection().isEmpty())
            .map(Property::name)
            .toList();
    if (!symbol.has("by")) {
      symbol.fault(
          "by", "the property that chooses the mark is missing", LayerSource.oneOf(candidates));
    }
    return symbol.word(
        "by",
        candidates,
        name ->
            properties.stream()
                .filter(p -> candidates.contains(p.name()) && p.name().equals(name))
                .findFirst());
  }

  private static Mark mark(YamlMap yaml, String key) {
    String[] words = yaml.text(key).orElse("").split(" +");
    if (words.length != 2 && words.length != 3) {
      yaml.fault(
          key,
          "a mark is a colour, a shape and, for units and installations, an APP-6 code",
          "Write for example `orange star`, or `blue square 10031000151211000000`");
      return FALLBACK;
    }
    String colour = COLOURS.getOrDefault(words[0], words[0]);
    if (!HEXADECIMAL.matcher(colour).matches()) {
      yaml.fault(
          key,
          "\"" + words[0] + "\" is not a colour",
          LayerSource.oneOf(COLOURS.keySet())
              + ", or six hexadecimal digits in quotes: \"#0072b2 star\"");
      return FALLBACK;
    }
    if (!Symbol.SHAPES.contains(words[1])) {
      yaml.fault(key, "\"" + words[1] + "\" is not a shape", LayerSource.oneOf(Symbol.SHAPES));
      return FALLBACK;
    }
    if (words.length == 2) {
      return new Mark(colour, words[1]);
    }
    if (!SIDC.matcher(words[2]).matches()) {
      yaml.fault(
          key,
          "\"" + words[2] + "\" is not an APP-6 code",
          "Write the 20 digits of APP-6(E) or MIL-STD-2525E, for example 10031000151211000000 for a"
              + " friendly infantry company");
      return FALLBACK;
    }
    return new Mark(colour, words[1], words[2]);
  }

  private static Map<String, String> colours() {
    Map<String, String> colours = new LinkedHashMap<>();
    colours.put("vermilion", "#d55e00");
    colours.put("orange", "#e69f00");
    colours.put("yellow", "#f0e442");
    colours.put("green", "#009e73");
    colours.put("sky-blue", "#56b4e9");
    colours.put("blue", "#0072b2");
    colours.put("purple", "#cc79a7");
    colours.put("grey", "#7f8790");
    colours.put("black", "#000000");
    colours.put("white", "#ffffff");
    return colours;
  }
}
