package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.Json;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.selection.Members;

/**
 * Which outputs are wanted and how: one alone as it is, several or a {@code document} by name (OGC
 * 18-062r2, clause 7.11.4).
 */
final class Outputs {

  private final OfferedProcess process;
  private final List<String> names;
  private final boolean document;

  private Outputs(OfferedProcess process, List<String> names, boolean document) {
    this.process = process;
    this.names = names;
    this.document = document;
  }

  static Outputs of(Members body, OfferedProcess process) throws BadInputException {
    List<String> names = new ArrayList<>(process.outputs().keySet());
    Optional<JsonNode> asked = body.find("outputs");
    if (asked.isPresent()) {
      Members.of(asked.get(), "outputs").allow(new TreeSet<>(names));
      if (!asked.get().isEmpty()) {
        names.removeIf(name -> !asked.get().has(name));
      }
    }
    String response = body.findText("response").orElse("raw");
    if (!response.equals("raw") && !response.equals("document")) {
      throw body.wrong(
          "response",
          Message.of("'{response}' is not known", response),
          Message.of("Use raw or document"));
    }
    return new Outputs(process, names, response.equals("document"));
  }

  void send(Context context, Map<String, JsonNode> results) {
    Map<String, JsonNode> wanted = new LinkedHashMap<>();
    for (String name : names) {
      JsonNode result = results.get(name);
      if (result != null) {
        wanted.put(name, result);
      }
    }
    if (!document && wanted.size() == 1) {
      var only = wanted.entrySet().iterator().next();
      context.result(Json.bytes(only.getValue())).contentType(process.mediaType(only.getKey()));
    } else {
      context.result(Json.bytes(wanted)).contentType(MediaTypes.JSON);
    }
  }
}
