package org.vigie.geodata.geo;

import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * Full Open Location Codes ("plus codes") after the public specification of the code: five pairs of
 * base-20 digits, then up to five digits that each divide a cell into five rows and four columns.
 * Short codes are refused, since they mean another place near every town.
 */
final class OpenLocationCode {

  private static final String DIGITS = "23456789CFGHJMPQRVWX";
  private static final Pattern SHAPE =
      Pattern.compile("(?=.{8}\\+)(?:[" + DIGITS + "]{2}){1,4}0*\\+(?:[" + DIGITS + "]{2,7})?");
  private static final Pattern SHORT = Pattern.compile("[" + DIGITS + "]{2,6}\\+.*");

  private OpenLocationCode() {}

  /**
   * A cell of the code.
   *
   * @param heightDegrees and width: how large it is
   */
  record Cell(LonLat centre, double heightDegrees, double widthDegrees) {}

  static boolean looksLike(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    return SHAPE.matcher(code).matches() || SHORT.matcher(code).matches();
  }

  static Cell parse(String text) throws BadInputException {
    String code = text.strip().toUpperCase(Locale.ROOT);
    boolean padded = code.contains("0");
    if (!SHAPE.matcher(code).matches() || (padded && !code.endsWith("+"))) {
      throw bad(text);
    }
    String digits = code.replaceAll("[0+]", "");
    double south = -90;
    double west = -180;
    double height = 400;
    double width = 400;
    for (int i = 0; i < digits.length(); i++) {
      int value = DIGITS.indexOf(digits.charAt(i));
      if (i < 10) {
        if (i % 2 == 0) {
          height /= 20;
          south += value * height;
        } else {
          width /= 20;
          west += value * width;
        }
      } else {
        height /= 5;
        width /= 4;
        int row = value / 4;
        south += row * height;
        west += (value % 4) * width;
      }
    }
    double lat = south + height / 2;
    double lon = west + width / 2;
    if (LonLat.fault(lon, lat).isPresent()) {
      throw bad(text);
    }
    return new Cell(new LonLat(lon, lat), height, width);
  }

  /** The code of ten digits, about 14 m high and wide at the equator. */
  static String format(LonLat place) {
    double lat = Math.min(place.lat(), 90 - 1e-9) + 90;
    double lon = (place.lon() + 180) % 360;
    long rows = (long) Math.floor(lat * 8000 + 1e-9);
    long columns = (long) Math.floor(lon * 8000 + 1e-9);
    StringBuilder code = new StringBuilder();
    for (int pair = 0; pair < 5; pair++) {
      code.insert(0, DIGITS.charAt((int) (columns % 20)));
      code.insert(0, DIGITS.charAt((int) (rows % 20)));
      rows /= 20;
      columns /= 20;
    }
    return code.insert(8, '+').toString();
  }

  private static BadInputException bad(String text) {
    return new BadInputException(
        Fault.of(
            "geometry",
            Message.of("\"{text}\" is no full plus code", text.strip()),
            "Give all digits, for example 6GVMCGX4+9V, not the short form with a town"));
  }
}
