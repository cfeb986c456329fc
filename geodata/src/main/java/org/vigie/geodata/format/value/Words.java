package org.vigie.geodata.format.value;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimePrecision;

/** The fixed words of the common attributes, in any case and with spaces for underscores. */
final class Words {

  private Words() {}

  static TimePrecision timePrecision(String text) throws BadInputException {
    return TimePrecision.find(upper(text))
        .orElseThrow(
            () ->
                unknown(
                    "time_precision",
                    text,
                    Arrays.stream(TimePrecision.values()).map(TimePrecision::code)));
  }

  static LocationClass locationClass(String text) throws BadInputException {
    return find(LocationClass.values(), text)
        .orElseThrow(() -> unknown("location_class", text, names(LocationClass.values())));
  }

  static Classification classification(String text) throws BadInputException {
    return find(Classification.values(), text)
        .orElseThrow(() -> unknown("classification", text, names(Classification.values())));
  }

  private static <E extends Enum<E>> Optional<E> find(E[] values, String text) {
    return Arrays.stream(values).filter(v -> v.name().equals(upper(text))).findFirst();
  }

  private static String upper(String text) {
    return text.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  private static Stream<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name);
  }

  private static BadInputException unknown(String field, String text, Stream<String> words) {
    return new BadInputException(
        Fault.of(
            field,
            Message.of("\"{text}\" is not a known word", text),
            Message.of("Use one of {choices}", words.collect(Collectors.joining(", ")))));
  }

  /**
   * Compartment codes, separated by semicolons or commas.
   *
   * @throws BadInputException for a code that the mission does not have
   */
  static Set<String> compartments(String text, Layer layer) throws BadInputException {
    List<String> known = layer.handling().known().stream().map(Choice::code).toList();
    Set<String> codes = new TreeSet<>();
    for (String word : text.split("[;,]")) {
      String code = word.strip().toUpperCase(Locale.ROOT);
      if (!code.isEmpty() && !known.isEmpty() && !known.contains(code)) {
        throw unknown("compartments", word.strip(), known.stream());
      } else if (!code.isEmpty()) {
        codes.add(code);
      }
    }
    return codes;
  }
}
