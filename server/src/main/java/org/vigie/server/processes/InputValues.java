package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.Json;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Members;

/** The values of inputs as they were sent, against the schemas that the description shows. */
final class InputValues {

  private static final Set<String> QUALIFIED = Set.of("value", "mediaType", "encoding", "schema");

  private InputValues() {}

  /**
   * The inputs with each qualified value, {@code {value: …, mediaType: …}}, made plain (OGC
   * 18-062r2, clause 7.11.2). An object that only looks like one, because it fits the input as it
   * is and its {@code value} does not, stays.
   */
  static Members plain(Members inputs, List<ProcessInput> declared) throws BadInputException {
    ObjectNode plain = Json.MAPPER.createObjectNode();
    for (ProcessInput input : declared) {
      inputs
          .find(input.name())
          .ifPresent(given -> plain.set(input.name(), plain(given, input.schema())));
    }
    return Members.of(plain, "inputs");
  }

  private static JsonNode plain(JsonNode given, Schema schema) {
    JsonNode value = given.get("value");
    if (value == null || !QUALIFIED.containsAll(names(given))) {
      return given;
    }
    return fits(value, schema) || !fits(given, schema) ? value : given;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /**
   * @throws BadInputException naming every input whose value is not of its declared type
   */
  static void check(Members inputs, List<ProcessInput> declared) throws BadInputException {
    List<Fault> faults = new ArrayList<>();
    for (ProcessInput input : declared) {
      JsonNode value = inputs.find(input.name()).orElse(null);
      if (value != null && !fits(value, input.schema())) {
        faults.add(
            Fault.of(
                inputs.name(input.name()),
                "is not of the declared type",
                Message.of(
                    "Send a value of the schema {schema}",
                    Json.MAPPER.valueToTree(input.schema()))));
      }
    }
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }

  /** Whether type and item type are right; ranges and words are checked where they are read. */
  private static boolean fits(JsonNode value, Schema schema) {
    if (schema.keywords().get("oneOf") instanceof List<?> choices) {
      return choices.stream().anyMatch(c -> c instanceof Schema s && fits(value, s));
    }
    return switch (String.valueOf(schema.keywords().get("type"))) {
      case "string" -> value.isTextual();
      case "number" -> value.isNumber();
      case "integer" -> value.canConvertToExactIntegral();
      case "boolean" -> value.isBoolean();
      case "object" -> value.isObject();
      case "array" -> value.isArray() && itemsFit(value, schema);
      default -> true;
    };
  }

  private static boolean itemsFit(JsonNode array, Schema schema) {
    if (schema.keywords().get("items") instanceof Schema items) {
      for (JsonNode item : array) {
        if (!fits(item, items)) {
          return false;
        }
      }
    }
    return true;
  }
}
