package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.http.Json;
import org.vigie.server.selection.Members;

/**
 * A request to run a process.
 *
 * @param inputs by name, each as the plain value
 */
record Execution(OfferedProcess process, Members inputs, Outputs outputs) {

  private static final Set<String> MEMBERS = Set.of("inputs", "outputs", "response");

  /**
   * @param access of whoever asks
   * @throws BadInputException naming what is unknown or missing
   */
  static Execution of(OfferedProcess process, Access access, JsonNode document)
      throws BadInputException {
    Members body = Members.of(document, "").allow(MEMBERS);
    JsonNode given = body.find("inputs").orElseGet(Json.MAPPER::createObjectNode);
    Members inputs =
        InputValues.plain(
            Members.of(given, "inputs").allow(process.inputNames(access)), process.inputs(access));
    ProcessInput.requireAll(process.inputs(access), inputs);
    return new Execution(process, inputs, Outputs.of(body, process));
  }

  /**
   * The same, checked as far as that is possible before it runs.
   *
   * @throws BadInputException naming each value that is not possible
   */
  Execution checked(Access access) throws BadInputException {
    process.check(access, inputs);
    return this;
  }

  Executed run(Run run) throws BadInputException {
    return process.execute(run, inputs);
  }
}
