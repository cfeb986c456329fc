package org.vigie.geodata.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * One latitude or longitude as people write it: decimal degrees, degrees and minutes, or degrees,
 * minutes and seconds, with a sign or a hemisphere letter before or after. O stands for west as in
 * French. Only the last part may have decimals, after a point or a comma.
 *
 * @param degrees signed, north and east positive
 * @param axis {@code 'N'} when a letter said latitude, {@code 'E'} when it said longitude, a space
 *     when none did
 * @param unitDegrees what one step of the last digit that was written is worth
 */
public record Angle(double degrees, char axis, double unitDegrees) {

  private static final String NUMBER = "(\\d{1,3}(?:[.,]\\d{1,15})?)";
  private static final String DEGREE = "\\s*(?:°|º|˚|deg|d|:|\\s)\\s*";
  private static final String MINUTE = "\\s*(?:'|′|’|´|min|m|:|\\s)\\s*";
  private static final String SECOND = "\\s*(?:\"|″|”|''|’’|′′|sec)?";
  private static final Pattern PARTS =
      Pattern.compile(
          "([+-]?)\\s*(?:"
              + (NUMBER + DEGREE + NUMBER + MINUTE + NUMBER + SECOND)
              + "|"
              + (NUMBER + DEGREE + NUMBER + "\\s*(?:'|′|’|´|min|m)?")
              + "|"
              + "(\\d{1,3}(?:[.,]\\d{1,20})?)\\s*(?:°|º|˚|deg|d)?"
              + ")");

  /** DDMM, DDMMSS (latitude), DDDMM, DDDMMSS (longitude): only with a letter. */
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{2,3})(\\d{2})(\\d{2})?(?:[.,](\\d{1,6}))?");

  public static Angle parse(String text) throws BadInputException {
    String rest = text.strip().toUpperCase(Locale.ROOT);
    Optional<Character> letter = Optional.empty();
    if (!rest.isEmpty() && isHemisphere(rest.charAt(0))) {
      letter = Optional.of(rest.charAt(0));
      rest = rest.substring(1).strip();
    } else if (!rest.isEmpty() && isHemisphere(rest.charAt(rest.length() - 1))) {
      letter = Optional.of(rest.charAt(rest.length() - 1));
      rest = rest.substring(0, rest.length() - 1).strip();
    }
    double magnitude = magnitude(rest, letter.isPresent(), text);
    char hemisphere = letter.orElse(' ');
    boolean negative = rest.startsWith("-");
    if (negative && letter.isPresent()) {
      throw bad(
          text, "it has both a minus sign and a hemisphere letter", Message.of("Keep one of them"));
    }
    boolean southOrWest = hemisphere == 'S' || hemisphere == 'W' || hemisphere == 'O';
    char axis = letter.isEmpty() ? ' ' : (hemisphere == 'N' || hemisphere == 'S' ? 'N' : 'E');
    return new Angle(
        negative || southOrWest ? -magnitude : magnitude, axis, unit(rest, letter.isPresent()));
  }

  /** The text was read before, so one of the patterns matches. */
  private static double unit(String rest, boolean lettered) {
    Matcher compact = COMPACT.matcher(rest);
    if (lettered && rest.length() >= 4 && compact.matches()) {
      int decimals = compact.group(4) == null ? 0 : compact.group(4).length();
      return Math.pow(10, -decimals) / (compact.group(3) == null ? 60 : 3600);
    }
    Matcher parts = PARTS.matcher(rest.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new IllegalStateException("not an angle: " + rest);
    }
    if (parts.group(2) != null) {
      return Math.pow(10, -decimals(parts.group(4))) / 3600;
    }
    return parts.group(5) != null
        ? Math.pow(10, -decimals(parts.group(6))) / 60
        : Math.pow(10, -decimals(parts.group(7)));
  }

  private static int decimals(String number) {
    int point = Math.max(number.indexOf('.'), number.indexOf(','));
    return point < 0 ? 0 : number.length() - point - 1;
  }

  static boolean isHemisphere(char c) {
    return c == 'N' || c == 'S' || c == 'E' || c == 'W' || c == 'O';
  }

  private static double magnitude(String rest, boolean lettered, String text)
      throws BadInputException {
    Matcher compact = COMPACT.matcher(rest);
    if (lettered && rest.length() >= 4 && compact.matches()) {
      String seconds = compact.group(3);
      String fraction = compact.group(4) == null ? "0" : "0." + compact.group(4);
      double extra = Double.parseDouble(fraction);
      return seconds == null
          ? sum(text, number(compact.group(1)), number(compact.group(2)) + extra, 0)
          : sum(text, number(compact.group(1)), number(compact.group(2)), number(seconds) + extra);
    }
    Matcher parts = PARTS.matcher(rest.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw bad(
          text,
          "it is no latitude or longitude",
          Message.of("Write 5.3998, 5°23.987'N or 5°23'59.2\"N"));
    }
    if (parts.group(2) != null) {
      whole(text, parts.group(2), parts.group(3));
      return sum(text, number(parts.group(2)), number(parts.group(3)), number(parts.group(4)));
    }
    if (parts.group(5) != null) {
      whole(text, parts.group(5));
      return sum(text, number(parts.group(5)), number(parts.group(6)), 0);
    }
    return number(parts.group(7));
  }

  private static double sum(String text, double degrees, double minutes, double seconds)
      throws BadInputException {
    if (minutes >= 60 || seconds >= 60) {
      throw bad(text, "minutes and seconds end at 59", Message.of("Check the figures"));
    }
    return degrees + minutes / 60 + seconds / 3600;
  }

  private static void whole(String text, String... parts) throws BadInputException {
    for (String part : parts) {
      if (part.indexOf('.') >= 0 || part.indexOf(',') >= 0) {
        throw bad(text, "only the last part may have decimals", Message.of("Check the figures"));
      }
    }
  }

  private static double number(String digits) {
    return Double.parseDouble(digits.replace(',', '.'));
  }

  private static BadInputException bad(String text, String what, Message fix) {
    return new BadInputException(
        Fault.of(
            "geometry", Message.of("\"{text}\" cannot be read: {what}", text.strip(), what), fix));
  }
}
