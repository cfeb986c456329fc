package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.http.Caller;
import org.vigie.server.selection.Members;

/** Something that can be described and run. */
interface OfferedProcess {

  String id();

  String title();

  String description();

  String version();

  List<ProcessInput> inputs();

  /** Title and schema of each output by name, as the description shows them. */
  Map<String, Object> outputs();

  /** Media type of an output when it is answered alone. */
  String mediaType(String output);

  /**
   * Runs, with inputs whose names were checked and whose values were not.
   *
   * @return the outputs by name
   */
  Map<String, JsonNode> execute(Caller caller, Members inputs) throws BadInputException;

  default Set<String> inputNames() {
    return inputs().stream().map(ProcessInput::name).collect(Collectors.toSet());
  }
}
