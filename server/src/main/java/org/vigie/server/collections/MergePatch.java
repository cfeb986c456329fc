package org.vigie.server.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

/** JSON merge patch (RFC 7396). */
final class MergePatch {

  private MergePatch() {}

  /** The target with the patch applied; the target itself changes. */
  static ObjectNode apply(ObjectNode target, JsonNode patch) throws BadInputException {
    if (!patch.isObject()) {
      throw new BadInputException(
          Fault.of(null, "the patch is not a JSON object", "Send only the members that change"));
    }
    for (var member : patch.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      if (value.isNull()) {
        target.remove(name);
      } else if (value.isObject() && !name.equals("geometry")) {
        JsonNode old = target.path(name);
        target.set(name, apply(old.isObject() ? (ObjectNode) old : target.objectNode(), value));
      } else {
        // A geometry is one value: half of an old one and half of a new one would be neither.
        target.set(name, value);
      }
    }
    return target;
  }
}
