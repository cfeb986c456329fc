package org.vigie.geodata.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** The declared parameters of an analysis, in the order of a form. */
public record Parameters(List<Parameter> list) {

  public static Parameters of(Parameter... parameters) {
    return new Parameters(List.of(parameters));
  }

  /** All values, the standard one where none is given; what the analysis chooses is absent. */
  public Values standard() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter parameter : list) {
      if (parameter.standard() != null) {
        values.put(parameter.name(), parameter.standard());
      }
    }
    return new Values(values);
  }

  /**
   * Checks what a caller gave.
   *
   * @param given Number, Boolean or String by name
   * @throws BadInputException with every unknown name and every impossible value
   */
  public Values read(Map<String, Object> given) throws BadInputException {
    Map<String, Object> values = new LinkedHashMap<>(standard().byName());
    List<Fault> faults = new ArrayList<>();
    for (Map.Entry<String, Object> entry : given.entrySet()) {
      var declared = list.stream().filter(p -> p.name().equals(entry.getKey())).findFirst();
      if (declared.isEmpty()) {
        faults.add(
            Fault.of(
                entry.getKey(),
                "is not a parameter",
                Message.of(
                    "Use {choices}",
                    String.join(", ", list.stream().map(Parameter::name).toList()))));
        continue;
      }
      try {
        values.put(entry.getKey(), declared.get().read(entry.getValue()));
      } catch (BadInputException wrong) {
        faults.addAll(wrong.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
    return new Values(values);
  }

  /** Checked values, complete but for those to be chosen. Asking for another name is a bug. */
  public record Values(Map<String, Object> byName) {

    public Values {
      byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public double number(String name) {
      return (Double) get(name);
    }

    /** A number that was given, empty when the analysis is to choose it. */
    public OptionalDouble find(String name) {
      return byName.get(name) instanceof Double given
          ? OptionalDouble.of(given)
          : OptionalDouble.empty();
    }

    public int integer(String name) {
      return Math.toIntExact((Long) get(name));
    }

    public boolean flag(String name) {
      return (Boolean) get(name);
    }

    public String word(String name) {
      return (String) get(name);
    }

    /** A moment that was given, empty when the analysis is to choose it. */
    public Optional<Instant> moment(String name) {
      return Optional.ofNullable((String) byName.get(name)).map(Instant::parse);
    }

    private Object get(String name) {
      Object value = byName.get(name);
      if (value == null) {
        throw new NoSuchElementException("no parameter " + name);
      }
      return value;
    }
  }
}
