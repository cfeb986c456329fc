package org.vigie.geodata.query.cql2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * A node of CQL2 JSON and where it stands, so that a fault can say so.
 *
 * @param path for example {@code args[0].args[1]}; empty at the root
 */
record JsonPlace(JsonNode node, String path, int depth) {

  static JsonPlace root(JsonNode node) {
    return new JsonPlace(node, "", 1);
  }

  JsonPlace member(String name) throws BadInputException {
    JsonNode value = node.get(name);
    if (value == null) {
      throw fault(
          Message.of("the member \"{name}\" is missing", name), Message.of("Add \"{name}\"", name));
    }
    return below(value, path.isEmpty() ? name : path + "." + name, depth);
  }

  /** The elements of an array, one level deeper. */
  List<JsonPlace> elements() throws BadInputException {
    if (!node.isArray()) {
      throw unexpected("an array");
    }
    List<JsonPlace> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      elements.add(below(node.get(i), path + "[" + i + "]", depth + 1));
    }
    return elements;
  }

  List<JsonPlace> elements(int count) throws BadInputException {
    List<JsonPlace> elements = elements();
    if (elements.size() != count) {
      throw fault(
          Message.of("there are {count} values", elements.size()),
          Message.of("Give exactly {count}", count));
    }
    return elements;
  }

  String text(String allowed) throws BadInputException {
    if (!node.isTextual()) {
      throw unexpected(allowed);
    }
    return node.textValue();
  }

  BadInputException unexpected(String allowed) {
    String shown =
        node.isContainerNode() ? (node.isArray() ? "an array" : "an object") : node.toString();
    String cut = shown.length() > 40 ? shown.substring(0, 40) + "…" : shown;
    return fault(
        Message.of("found {cut}", cut), Message.of("Allowed here: {allowed}", Message.of(allowed)));
  }

  BadInputException fault(Message what, Message fix) {
    Message placed = path.isEmpty() ? what : Message.of("at {path}: {what}", path, what);
    return new BadInputException(Fault.of("filter", placed, fix));
  }

  private static JsonPlace below(JsonNode node, String path, int depth) throws BadInputException {
    if (depth > Cql2Limits.MAX_DEPTH + 4) {
      throw Cql2Limits.tooDeep("at " + path);
    }
    return new JsonPlace(node, path, depth);
  }
}
