package org.vigie.geodata.format.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.geodata.format.CommonColumn;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * Text of one cell to the value of a declared property. A word of a code list may be its code or
 * any of its labels; a word in no list passes as it stands, for the layer's own check to judge.
 */
public final class PropertyText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "oui", "vrai", "x");
  private static final Set<String> NO = Set.of("false", "no", "n", "0", "non", "faux");

  private PropertyText() {}

  /**
   * @param text not blank
   */
  public static Object read(Property property, String text, Styles styles)
      throws BadInputException {
    String name = property.name();
    return switch (property.type()) {
      case TEXT, LONG_TEXT -> text.strip();
      case INTEGER -> styles.numbers().integer(name, text);
      case NUMBER -> styles.numbers().number(name, text);
      case BOOLEAN -> bool(name, text);
      case DATE -> styles.dates().parse(name, text).date();
      case TIMESTAMP -> styles.dates().parse(name, text).start();
      case CODE -> code(property, text.strip());
      case CODES -> codes(property, text);
      case TEXTS -> list(property, text);
      case TABLE -> PropertyJson.read(property, json(name, text));
    };
  }

  /** The code a word means: itself, a code in another case, or the code of a label. */
  public static String code(Property property, String word) {
    if (property.findChoice(word).isPresent()) {
      return word;
    }
    String plain = CommonColumn.plain(word);
    for (Choice choice : property.choices()) {
      boolean same =
          CommonColumn.plain(choice.code()).equals(plain)
              || choice.labels().values().stream()
                  .anyMatch(label -> CommonColumn.plain(label).equals(plain));
      if (same && !plain.isEmpty()) {
        return choice.code();
      }
    }
    return word;
  }

  private static List<String> codes(Property property, String text) throws BadInputException {
    List<String> codes = new ArrayList<>();
    for (String word : list(property, text)) {
      codes.add(code(property, word));
    }
    return codes;
  }

  /** A JSON array, or words between semicolons. */
  private static List<String> list(Property property, String text) throws BadInputException {
    String stripped = text.strip();
    List<String> words = new ArrayList<>();
    if (stripped.startsWith("[")) {
      for (JsonNode item : json(property.name(), stripped)) {
        words.add(item.asText());
      }
      return words;
    }
    for (String word : stripped.split(";")) {
      if (!word.isBlank()) {
        words.add(word.strip());
      }
    }
    return words;
  }

  private static Boolean bool(String name, String text) throws BadInputException {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (YES.contains(word) || NO.contains(word)) {
      return YES.contains(word);
    }
    throw new BadInputException(
        Fault.of(
            name,
            Message.of("\"{text}\" is neither yes nor no", text.strip()),
            "Write true or false"));
  }

  private static JsonNode json(String name, String text) throws BadInputException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new BadInputException(
          Fault.of(name, "the list is not written as JSON", "Write it like [\"a\", \"b\"]"));
    }
  }
}
