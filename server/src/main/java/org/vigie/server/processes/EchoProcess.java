package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
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

  private static final double MAX_PAUSE_SECONDS = 60;
  private static final long STEP_MILLISECONDS = 50;

  private static final ProcessInput PAUSE =
      ProcessInput.optional(
          "pause",
          "Pause",
          "Seconds to wait before it gives anything back, so that a job runs long enough to be"
              + " watched or dismissed.",
          Schema.number()
              .with("minimum", 0)
              .with("maximum", MAX_PAUSE_SECONDS)
              .with("default", 0)
              .with("x-unit", "s"));

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
    List<ProcessInput> inputs = new ArrayList<>(INPUTS);
    inputs.add(PAUSE);
    return inputs;
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
  public void check(Access access, Members inputs) throws BadInputException {
    InputValues.check(inputs, inputs(access));
    double pause = seconds(inputs);
    if (!(pause >= 0 && pause <= MAX_PAUSE_SECONDS)) {
      throw inputs.wrong(
          PAUSE.name(),
          Message.of("{pause} is not possible", pause),
          Message.of("Send seconds from 0 to {round}", Math.round(MAX_PAUSE_SECONDS)));
    }
  }

  @Override
  public Executed execute(Run run, Members inputs) {
    pause(run, Math.round(seconds(inputs) * 1000));
    Map<String, JsonNode> outputs = new LinkedHashMap<>();
    INPUTS.forEach(i -> inputs.find(i.name()).ifPresent(value -> outputs.put(i.name(), value)));
    return new Executed(outputs);
  }

  private static double seconds(Members inputs) {
    return inputs.find(PAUSE.name()).map(JsonNode::doubleValue).orElse(0.0);
  }

  private static void pause(Run run, long milliseconds) {
    for (long waited = 0; waited < milliseconds; waited += STEP_MILLISECONDS) {
      run.at((double) waited / milliseconds, "pauses");
      try {
        Thread.sleep(Math.min(STEP_MILLISECONDS, milliseconds - waited));
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
    }
  }

  private static ProcessInput input(String name, String title, Schema schema) {
    return ProcessInput.optional(name, title, "Comes back as it is.", schema);
  }
}
