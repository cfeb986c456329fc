package org.vigie.geodata.format.value;

import java.util.regex.Pattern;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * Reads plain numbers; thousands separators are refused, since 1,234 is two different numbers in
 * two countries.
 *
 * @param decimalComma whether the decimals follow a comma
 */
public record NumberText(boolean decimalComma) {

  private static final Pattern POINT =
      Pattern.compile("[+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,3})?");

  public double number(String field, String text) throws BadInputException {
    String plain = text.strip();
    String pointed = decimalComma ? plain.replace(',', '.') : plain;
    double value = POINT.matcher(pointed).matches() ? Double.parseDouble(pointed) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw new BadInputException(
          Fault.of(
              field,
              Message.of("\"{plain}\" is no number", plain),
              decimalComma
                  ? Message.of("Write digits with a comma for decimals")
                  : Message.of("Write digits with a point for decimals")));
    }
    return value;
  }

  /** A whole number; 3.0 counts as one. */
  public long integer(String field, String text) throws BadInputException {
    double value = number(field, text);
    if (value != Math.rint(value) || Math.abs(value) > 9_007_199_254_740_992.0) {
      throw new BadInputException(
          Fault.of(
              field,
              Message.of("\"{text}\" is no whole number", text.strip()),
              "Give a whole number"));
    }
    return (long) value;
  }
}
