package org.vigie.geodata.geo;

import java.text.ParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mil.nga.grid.features.Bounds;
import mil.nga.grid.features.Point;
import mil.nga.mgrs.MGRS;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * Military Grid Reference System (NGA.STND.0037), between 80° south and 84° north; the polar grids
 * are refused.
 */
public final class Mgrs {

  private static final Pattern SHAPE =
      Pattern.compile("(\\d{1,2}[C-HJ-NP-X][A-HJ-NP-Z][A-HJ-NP-V])((?:\\d\\d){0,5})");

  private Mgrs() {}

  /**
   * A square of the grid.
   *
   * @param centre its middle, since the reference itself names the south-west corner
   * @param sizeMetres its side: 1 to 100 000
   */
  public record Square(LonLat centre, int sizeMetres) {

    /** Radius in metres of the circle around the square. */
    public double radiusMetres() {
      return sizeMetres * Math.sqrt(2) / 2;
    }
  }

  /** Whether a text has the shape of a grid reference. */
  public static boolean looksLike(String text) {
    return SHAPE.matcher(compact(text)).matches();
  }

  /** Reads a reference in any case, with or without spaces. */
  public static Square parse(String text) throws BadInputException {
    Matcher shape = SHAPE.matcher(compact(text));
    if (!shape.matches()) {
      throw bad(text, "it is no MGRS reference", Message.of("Write it like 34N DK 12345 67890"));
    }
    String digits = shape.group(2);
    int half = digits.length() / 2;
    int size = (int) Math.pow(10, 5 - half);
    // One more digit, a 5, on either side names the middle of the square.
    String middle =
        half == 5
            ? shape.group()
            : shape.group(1) + digits.substring(0, half) + "5" + digits.substring(half) + "5";
    MGRS reference = read(middle, text);
    Point point = point(reference, text);
    requireInsideZone(reference, point, size, text);
    return new Square(new LonLat(point.getLongitude(), point.getLatitude()), size);
  }

  /** A reference that {@link #parse} takes, in the usual groups: {@code 34N DK 12345 67890}. */
  static String spaced(String text) {
    Matcher shape = SHAPE.matcher(compact(text));
    if (!shape.matches()) {
      throw new IllegalArgumentException(text);
    }
    String square = shape.group(1);
    String digits = shape.group(2);
    String zone =
        square.substring(0, square.length() - 2) + " " + square.substring(square.length() - 2);
    int half = digits.length() / 2;
    return half == 0 ? zone : zone + " " + digits.substring(0, half) + " " + digits.substring(half);
  }

  /** The reference of the 1 m square that a place lies in. */
  public static String format(LonLat place) {
    return MGRS.from(place.lon(), place.lat()).coordinate();
  }

  private static MGRS read(String compact, String text) throws BadInputException {
    try {
      return MGRS.parse(compact);
    } catch (ParseException | RuntimeException notInTheGrid) {
      throw bad(
          text, "its zone or square does not exist", Message.of("Check zone, band and letters"));
    }
  }

  private static Point point(MGRS reference, String text) throws BadInputException {
    try {
      return reference.toPoint().toDegrees();
    } catch (RuntimeException notInTheGrid) {
      throw bad(
          text, "its zone or square does not exist", Message.of("Check zone, band and letters"));
    }
  }

  /** Letters of another zone give a place all the same, but far from the zone that is named. */
  private static void requireInsideZone(MGRS reference, Point point, int size, String text)
      throws BadInputException {
    double slack = 0.01 + size / 50_000.0;
    Bounds zone = reference.getGridZone().getBounds();
    boolean inside =
        point.getLongitude() >= zone.getMinLongitude() - slack / cosine(point)
            && point.getLongitude() <= zone.getMaxLongitude() + slack / cosine(point)
            && point.getLatitude() >= zone.getMinLatitude() - slack
            && point.getLatitude() <= zone.getMaxLatitude() + slack;
    if (!inside) {
      throw bad(
          text, "its square does not lie in its zone", Message.of("Check zone, band and letters"));
    }
  }

  private static double cosine(Point point) {
    return Math.max(0.05, Math.cos(Math.toRadians(point.getLatitude())));
  }

  private static String compact(String text) {
    return text.replaceAll("[\\s\\u00a0]", "").toUpperCase(Locale.ROOT);
  }

  private static BadInputException bad(String text, String what, Message fix) {
    return new BadInputException(
        Fault.of(
            "geometry", Message.of("\"{text}\" cannot be read: {what}", text.strip(), what), fix));
  }
}
