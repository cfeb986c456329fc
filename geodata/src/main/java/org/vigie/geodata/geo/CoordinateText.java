package org.vigie.geodata.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * A place written in one text: a pair of angles in any form that {@link Angle} reads, or an MGRS
 * reference. Without hemisphere letters the latitude comes first.
 */
public final class CoordinateText {

  private CoordinateText() {}

  /**
   * A place and how finely it was written.
   *
   * @param radiusMetres of the square of a coarse grid reference; 0 for anything finer than 100 m
   */
  public record Place(LonLat position, double radiusMetres) {}

  /**
   * Two angles of which each has its axis.
   *
   * @param isOrderStated whether a hemisphere letter said which is which
   */
  record Pair(Angle lat, Angle lon, boolean isOrderStated) {

    /** The same two numbers the other way round. */
    Pair swapped() {
      return new Pair(lon, lat, isOrderStated);
    }

    Optional<Fault> fault() {
      return LonLat.fault(lon.degrees(), lat.degrees());
    }

    LonLat position() {
      return new LonLat(lon.degrees(), lat.degrees());
    }
  }

  public static Place parse(String text) throws BadInputException {
    if (Mgrs.looksLike(text)) {
      Mgrs.Square square = Mgrs.parse(text);
      return new Place(square.centre(), square.sizeMetres() < 100 ? 0 : square.radiusMetres());
    }
    Pair pair = pair(text);
    Optional<Fault> fault = pair.fault();
    if (fault.isPresent()) {
      throw new BadInputException(fault.get());
    }
    return new Place(pair.position(), 0);
  }

  /** The two halves of a text, which may still lie outside the globe. */
  static Pair pair(String text) throws BadInputException {
    List<String> halves = halves(text);
    Angle first = Angle.parse(halves.get(0));
    Angle second = Angle.parse(halves.get(1));
    if (first.axis() != ' ' && first.axis() == second.axis()) {
      throw bad(text, "both halves are a " + (first.axis() == 'N' ? "latitude" : "longitude"));
    }
    boolean longitudeFirst = first.axis() == 'E' || second.axis() == 'N';
    boolean isStated = first.axis() != ' ' || second.axis() != ' ';
    return longitudeFirst ? new Pair(second, first, isStated) : new Pair(first, second, isStated);
  }

  private static List<String> halves(String text) throws BadInputException {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    List<Integer> letters = new ArrayList<>();
    for (int i = 0; i < upper.length(); i++) {
      if (Angle.isHemisphere(upper.charAt(i)) && isAlone(upper, i)) {
        letters.add(i);
      }
    }
    if (letters.size() == 2) {
      int cut = letters.get(0) == 0 ? letters.get(1) : letters.get(0) + 1;
      return List.of(trim(upper.substring(0, cut)), trim(upper.substring(cut)));
    }
    for (String separator : List.of("\\s*[;/|]\\s*", ",\\s+|\\s+,", "\\s+", ",")) {
      String[] parts = upper.split(separator);
      if (parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()) {
        return List.of(parts[0], parts[1]);
      }
    }
    String[] commas = upper.split(",");
    if (commas.length == 4) {
      return List.of(commas[0] + "." + commas[1], commas[2] + "." + commas[3]);
    }
    throw bad(text, "it has not two halves");
  }

  /** A hemisphere letter is no part of a word such as "deg". */
  private static boolean isAlone(String text, int at) {
    return (at == 0 || !Character.isLetter(text.charAt(at - 1)))
        && (at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1)));
  }

  private static String trim(String half) {
    return half.replaceAll("^[\\s,;/]+|[\\s,;/]+$", "");
  }

  private static BadInputException bad(String text, String what) {
    return new BadInputException(
        Fault.of(
            "geometry",
            Message.of("\"{text}\" cannot be read as a place: {what}", text.strip(), what),
            "Write latitude and longitude like 5.3998, 26.4869 or 5°23'59.2\"N 26°29'12.8\"E, or"
                + " an MGRS reference like 34N DK 12345 67890"));
  }
}
