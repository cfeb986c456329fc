package org.vigie.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.http.Boxes;
import org.vigie.server.http.Json;

/** Inputs of an analysis as a request has them, made of texts of the command line. */
final class AnalysisInputs {

  private final Analysis analysis;
  private final ObjectNode inputs = Json.MAPPER.createObjectNode();

  AnalysisInputs(Analysis analysis) {
    this.analysis = analysis;
  }

  AnalysisInputs with(String name, @Nullable String text) {
    if (text != null) {
      inputs.put(name, text);
    }
    return this;
  }

  AnalysisInputs withBox(@Nullable String bbox) throws BadInputException {
    if (bbox != null) {
      ArrayNode numbers = inputs.putArray("bbox");
      for (double number : Boxes.numbers(bbox)) {
        numbers.add(number);
      }
    }
    return this;
  }

  /** Numbers and flags as what they are; what is neither goes as the text that it is. */
  AnalysisInputs withParameters(Map<String, String> given) {
    given.forEach((name, text) -> inputs.set(name, value(name, text)));
    return this;
  }

  ObjectNode node() {
    return inputs;
  }

  private JsonNode value(String name, String text) {
    Optional<Parameter> declared =
        analysis.parameters().list().stream().filter(p -> p.name().equals(name)).findFirst();
    boolean isText =
        declared
            .map(Parameter::kind)
            .filter(kind -> kind != Parameter.Kind.WORD && kind != Parameter.Kind.MOMENT)
            .isEmpty();
    return isText ? Json.MAPPER.getNodeFactory().textNode(text) : literal(text);
  }

  private static JsonNode literal(String text) {
    try {
      JsonNode node = Json.read(text.getBytes(StandardCharsets.UTF_8));
      return node.isNumber() || node.isBoolean()
          ? node
          : Json.MAPPER.getNodeFactory().textNode(text);
    } catch (BadInputException neither) {
      return Json.MAPPER.getNodeFactory().textNode(text);
    }
  }

  /** A parameter in two lines: how it is written, and what it does. */
  static String help(Parameter parameter) {
    StringBuilder line = new StringBuilder("  ").append(parameter.name()).append('=');
    switch (parameter.kind()) {
      case WORD ->
          line.append(String.join("|", parameter.choices().stream().map(Choice::code).toList()));
      case FLAG -> line.append("true|false");
      case INTEGER -> line.append("WHOLE NUMBER");
      case NUMBER -> line.append("NUMBER");
      case MOMENT -> line.append("DATE-TIME");
    }
    if (parameter.unit() != null) {
      line.append(' ').append(parameter.unit());
    }
    line.append(" (").append(parameter.title());
    line.append(parameter.standard() == null ? ", chosen from the data" : "");
    if (parameter.standard() != null) {
      line.append(", default ").append(parameter.standard());
    }
    return line.append(")\n    ").append(parameter.help()).append('\n').toString();
  }
}
