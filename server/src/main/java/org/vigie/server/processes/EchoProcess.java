package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.server.http.Caller;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Members;

/** Gives back what it is given, so that clients and test suites can try how inputs travel. */
final class EchoProcess implements OfferedProcess {

  private static final List<ProcessInput> INPUTS =
      List.of(
          input("text", "A text", Schema.string()),
          input("number", "A number", Schema.number()),
          input("flag", "True or false", Schema.bool()),
          input("values", "A list of numbers", Schema.array(Schema.number())),
          input("object", "Any object, for example a GeoJSON geometry", Schema.of("object")));

  @Override
  public String id() {
    return "echo";
  }

  @Override
  public String title() {
    return "Echo";
  }

  @Override
  public String description() {
    return "Gives every input back as the output of the same name.";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public List<ProcessInput> inputs(Access access) {
    return INPUTS;
  }

  @Override
  public Map<String, Object> outputs() {
    Map<String, Object> outputs = new LinkedHashMap<>();
    INPUTS.forEach(i -> outputs.put(i.name(), Map.of("title", i.title(), "schema", i.schema())));
    return outputs;
  }

  @Override
  public String mediaType(String output) {
    return MediaTypes.JSON;
  }

  @Override
  public Executed execute(Caller caller, Members inputs) throws BadInputException {
    InputValues.check(inputs, INPUTS);
    Map<String, JsonNode> outputs = new LinkedHashMap<>();
    INPUTS.forEach(i -> inputs.find(i.name()).ifPresent(value -> outputs.put(i.name(), value)));
    return new Executed(outputs, Classification.UNCLASSIFIED);
  }

  private static ProcessInput input(String name, String title, Schema schema) {
    return ProcessInput.optional(name, title, "Comes back as it is.", schema);
  }
}
