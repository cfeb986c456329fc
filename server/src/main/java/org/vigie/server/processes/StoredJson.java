package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.selection.Members;

/** JSON that this server wrote and kept: it may be larger than what is taken from outside. */
final class StoredJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StoredJson() {}

  static JsonNode read(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException ours) {
      throw new IllegalStateException(ours);
    }
  }

  /** A request that was accepted. */
  static Members read(String request) throws BadInputException {
    return Members.of(read(request.getBytes(StandardCharsets.UTF_8)), "");
  }

  /** Outputs by name, in their order. */
  static Map<String, JsonNode> outputs(byte[] bytes) {
    Map<String, JsonNode> outputs = new LinkedHashMap<>();
    read(bytes).properties().forEach(e -> outputs.put(e.getKey(), e.getValue()));
    return outputs;
  }
}
