package org.vigie.geodata.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * Reads a mapping file (YAML). Keys: {@code format}, {@code delimiter}, {@code encoding}, {@code
 * decimal}, {@code dates}, {@code timezone}, {@code header}, {@code source}, {@code identity},
 * {@code columns}, {@code constants}, {@code values}; any other is refused by name.
 */
public final class MappingFile {

  private static final Set<String> KEYS =
      Set.of(
          "format",
          "delimiter",
          "encoding",
          "decimal",
          "dates",
          "timezone",
          "header",
          "source",
          "identity",
          "columns",
          "constants",
          "values");

  /** A column may be called No or On; those are words here, not truth values. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS).build();

  private final String file;
  private final JsonNode root;
  private final List<Fault> faults = new ArrayList<>();

  private MappingFile(String file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * @param file name for messages
   * @throws BadInputException with every fault of the file
   */
  public static Mapping read(String file, String yaml) throws BadInputException {
    return read(file, yaml, Map.of());
  }

  /**
   * @param yaml may be empty
   * @param declared single words by key, which go before those of the file
   */
  public static Mapping read(String file, String yaml, Map<String, String> declared)
      throws BadInputException {
    JsonNode root;
    try {
      root = yaml.isBlank() ? YAML.createObjectNode() : YAML.readTree(yaml);
    } catch (JsonProcessingException broken) {
      long line = broken.getLocation() == null ? 0 : Math.max(0, broken.getLocation().getLineNr());
      String reason = broken.getOriginalMessage().lines().findFirst().orElse("it is not YAML");
      throw new BadInputException(
          Fault.of(
                  null,
                  Message.of("the mapping cannot be read: {reason}", reason),
                  "Correct the YAML")
              .at(file, line));
    }
    if (!(root instanceof ObjectNode keys)) {
      throw new BadInputException(
          Fault.of(null, "the mapping has no keys", "Give for example columns: {Date: valid_from}")
              .at(file, 1));
    }
    declared.forEach(keys::put);
    MappingFile mapping = new MappingFile(file, keys);
    Mapping read = mapping.mapping();
    if (!mapping.faults.isEmpty()) {
      throw new BadInputException(mapping.faults);
    }
    return read;
  }

  private Mapping mapping() {
    for (Map.Entry<String, JsonNode> key : root.properties()) {
      if (!KEYS.contains(key.getKey())) {
        fault(
            key.getKey(),
            Message.of("is no key of a mapping"),
            Message.of("Use {choices}", String.join(", ", sorted())));
      }
    }
    Mapping mapping =
        new Mapping(
            text("format"),
            text("delimiter").flatMap(this::delimiter),
            text("encoding").flatMap(this::encoding),
            text("decimal").flatMap(this::decimalComma),
            text("dates").flatMap(this::dates),
            text("timezone").flatMap(this::zone).orElse(ZoneId.of("UTC")),
            root.path("header").asBoolean(true),
            text("source"),
            list("identity"),
            texts("columns", root.path("columns")),
            texts("constants", root.path("constants")),
            values());
    if (!mapping.identity().isEmpty() && mapping.sourceSystem().isEmpty()) {
      fault(
          "identity",
          Message.of(
              "names records in no system, so that the same number in two files would be one"
                  + " record"),
          Message.of("Give source: the name of the system or office that numbers them"));
    }
    return mapping;
  }

  private Optional<Character> delimiter(String text) {
    if (text.equals("tab") || text.equals("\\t") || text.equals("\t")) {
      return Optional.of('\t');
    }
    if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || text.equals("\"")) {
      fault(
          "delimiter",
          Message.of("\"{text}\" separates nothing", text),
          Message.of("Use , ; | or tab"));
      return Optional.empty();
    }
    return Optional.of(text.charAt(0));
  }

  private Optional<Charset> encoding(String text) {
    try {
      return Optional.of(Charset.forName(text));
    } catch (IllegalArgumentException unknown) {
      fault(
          "encoding",
          Message.of("\"{text}\" is unknown", text),
          Message.of("Use UTF-8, UTF-16LE or windows-1252"));
      return Optional.empty();
    }
  }

  private Optional<Boolean> decimalComma(String text) {
    if (!text.equals(",") && !text.equals(".")) {
      fault(
          "decimal",
          Message.of("\"{text}\" is no decimal sign", text),
          Message.of("Use \",\" or \".\""));
    }
    return Optional.of(text.equals(","));
  }

  private Optional<DateOrder> dates(String text) {
    Optional<DateOrder> order = DateOrder.find(text);
    if (order.isEmpty()) {
      fault("dates", Message.of("\"{text}\" is no order", text), Message.of("Use dmy, mdy or ymd"));
    }
    return order;
  }

  private Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException unknown) {
      fault(
          "timezone",
          Message.of("\"{text}\" is unknown", text),
          Message.of("Use UTC, +02:00 or Africa/Bangui"));
      return Optional.empty();
    }
  }

  private Optional<String> text(String key) {
    JsonNode node = root.path(key);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (node.isContainerNode()) {
      fault(key, Message.of("is no single word"), Message.of("Give one word"));
      return Optional.empty();
    }
    return Optional.of(node.asText());
  }

  private List<String> list(String key) {
    JsonNode node = root.path(key);
    List<String> words = new ArrayList<>();
    if (node.isValueNode() && !node.isNull()) {
      words.add(node.asText());
    }
    if (node.isArray()) {
      node.forEach(n -> words.add(n.asText()));
    }
    return List.copyOf(words);
  }

  private Map<String, String> texts(String key, JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
      fault(key, Message.of("is no table of words"), Message.of("Write name: word lines under it"));
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      texts.put(entry.getKey(), entry.getValue().asText());
    }
    return texts;
  }

  private Map<String, Map<String, String>> values() {
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> target : root.path("values").properties()) {
      values.put(target.getKey(), texts("values." + target.getKey(), target.getValue()));
    }
    return values;
  }

  private static List<String> sorted() {
    return KEYS.stream().sorted().toList();
  }

  private void fault(String field, Message what, Message fix) {
    faults.add(Fault.of(field, what, fix).at(file, 0));
  }
}
