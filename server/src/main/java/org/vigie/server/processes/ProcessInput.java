package org.vigie.server.processes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.analysis.Companion;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Members;

/** An input of a process. */
record ProcessInput(
    String name, String title, String description, Schema schema, boolean required) {

  static ProcessInput optional(String name, String title, String description, Schema schema) {
    return new ProcessInput(name, title, description, schema, false);
  }

  /** The input that a declared parameter becomes; unit and labels travel as extension members. */
  static ProcessInput of(Parameter parameter) {
    Schema schema =
        switch (parameter.kind()) {
          case NUMBER -> Schema.number();
          case INTEGER -> Schema.integer();
          case FLAG -> Schema.bool();
          case WORD -> Schema.words(parameter.choices().stream().map(Choice::code).toList());
          case MOMENT -> Schema.string().with("format", "date-time");
        };
    if (parameter.standard() != null) {
      schema = schema.with("default", parameter.standard());
    }
    if (parameter.minimum() != null) {
      schema = schema.with("minimum", parameter.minimum());
    }
    if (parameter.maximum() != null) {
      schema = schema.with("maximum", parameter.maximum());
    }
    if (parameter.unit() != null) {
      schema = schema.with("x-unit", parameter.unit());
    }
    if (!parameter.choices().isEmpty()) {
      Map<String, String> labels = new LinkedHashMap<>();
      parameter.choices().forEach(c -> labels.put(c.code(), c.label()));
      schema = schema.with("x-labels", labels);
    }
    return optional(parameter.name(), parameter.title(), parameter.help(), schema);
  }

  /** The input that names the layer of a companion, of those that the caller may read. */
  static ProcessInput of(Companion companion, List<Layer> readable) {
    List<String> fitting =
        readable.stream()
            .filter(layer -> companion.geometry().admits(layer.geometry()))
            .map(Layer::name)
            .toList();
    Schema schema = Schema.words(fitting);
    boolean hasStandard = fitting.contains(companion.standard());
    if (hasStandard) {
      schema = schema.with("default", companion.standard());
    }
    return new ProcessInput(
        companion.name(),
        companion.title(),
        companion.help(),
        schema,
        companion.required() && !hasStandard);
  }

  Map<String, Object> described() {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("title", title);
    described.put("description", description);
    described.put("schema", schema);
    described.put("minOccurs", required ? 1 : 0);
    described.put("maxOccurs", 1);
    return described;
  }

  /**
   * @throws BadInputException naming every required input that is absent
   */
  static void requireAll(List<ProcessInput> declared, Members given) throws BadInputException {
    List<Fault> faults = new ArrayList<>();
    for (ProcessInput input : declared) {
      if (input.required() && given.find(input.name()).isEmpty()) {
        faults.add(Fault.of(given.name(input.name()), "is missing", input.description()));
      }
    }
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }
}
