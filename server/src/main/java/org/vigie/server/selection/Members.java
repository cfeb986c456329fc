package org.vigie.server.selection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** The members of a JSON object in a request; a null member counts as absent. */
public final class Members {

  private final JsonNode object;
  private final String path;

  private Members(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /**
   * @param path where the object stands in the request, empty for the whole body
   * @throws BadInputException when it is not an object
   */
  public static Members of(JsonNode node, String path) throws BadInputException {
    if (!node.isObject()) {
      throw new BadInputException(
          Fault.of(path.isEmpty() ? null : path, "is not a JSON object", "Send {…}"));
    }
    return new Members(node, path);
  }

  /** Refuses members that are none of these: a misspelt filter must not pass unnoticed. */
  public Members allow(Set<String> names) throws BadInputException {
    List<Fault> faults = new ArrayList<>();
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                faults.add(
                    Fault.of(
                        name(name),
                        "is not known here",
                        Message.of(
                            "Use {choices}", String.join(", ", names.stream().sorted().toList()))));
              }
            });
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
    return this;
  }

  /** The object as it was sent. */
  public JsonNode node() {
    return object;
  }

  /** The full name of a member, for a fault. */
  public String name(String member) {
    return path.isEmpty() ? member : path + "." + member;
  }

  public Optional<JsonNode> find(String member) {
    return Optional.ofNullable(object.get(member)).filter(node -> !node.isNull());
  }

  public Optional<String> findText(String member) throws BadInputException {
    Optional<JsonNode> node = find(member);
    if (node.isPresent() && !node.get().isTextual()) {
      throw wrong(
          member,
          Message.of("{node} is not a text", node.get()),
          Message.of("Send a text in quotes"));
    }
    return node.map(JsonNode::textValue);
  }

  public String getText(String member) throws BadInputException {
    return findText(member)
        .orElseThrow(
            () ->
                wrong(
                    member,
                    Message.of("is missing"),
                    Message.of("Add \"{member}\": \"…\"", member)));
  }

  public boolean flag(String member) throws BadInputException {
    Optional<JsonNode> node = find(member);
    if (node.isPresent() && !node.get().isBoolean()) {
      throw wrong(
          member,
          Message.of("{node} is neither true nor false", node.get()),
          Message.of("Send true or false"));
    }
    return node.map(JsonNode::booleanValue).orElse(false);
  }

  /** A whole number of a range, the smallest one when the member is absent. */
  public int integer(String member, int minimum, int maximum) throws BadInputException {
    Optional<JsonNode> node = find(member);
    if (node.isEmpty()) {
      return minimum;
    }
    JsonNode value = node.get();
    if (!value.canConvertToExactIntegral()
        || value.doubleValue() < minimum
        || value.doubleValue() > maximum) {
      throw wrong(
          member,
          Message.of("{value} is not possible", value),
          Message.of("Send a whole number from {minimum} to {maximum}", minimum, maximum));
    }
    return value.intValue();
  }

  /** The objects of an array. */
  public List<Members> objects(String member) throws BadInputException {
    JsonNode array =
        find(member)
            .orElseThrow(
                () ->
                    wrong(member, Message.of("is missing"), Message.of("Add an array of objects")));
    if (!array.isArray()) {
      throw wrong(member, Message.of("is not an array"), Message.of("Send [{…}, …]"));
    }
    List<Members> objects = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      objects.add(of(array.get(i), name(member) + "[" + i + "]"));
    }
    return objects;
  }

  public BadInputException wrong(String member, String what, String fix) {
    return wrong(member, Message.of(what), Message.of(fix));
  }

  public BadInputException wrong(String member, Message what, Message fix) {
    return new BadInputException(Fault.of(name(member), what, fix));
  }
}
