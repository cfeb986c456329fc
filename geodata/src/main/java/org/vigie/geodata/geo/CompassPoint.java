package org.vigie.geodata.geo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A direction as people say it, in English or French: one of sixteen, of which the eight main ones
 * stand for the half of the way to their neighbours.
 *
 * @param word the English abbreviation, for example {@code NE}
 * @param azimuthDegrees clockwise from north
 * @param halfWidthDegrees how far to either side the same word would be said
 */
public record CompassPoint(String word, double azimuthDegrees, double halfWidthDegrees) {

  /** One direction at the head of a text, words or letters; what follows it is no letter. */
  static final String PATTERN =
      "(?:(?:nord|north|sud|south|est|east|ouest|west)"
          + "(?:[\\s-]*(?:nord|north|sud|south|est|east|ouest|west)){0,2}|[nseow](?:-?[nseow]){0,2})"
          + "(?![\\p{L}\\d])";

  private static final List<String> WORDS =
      List.of(
          "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW",
          "NW", "NNW");
  private static final Pattern PART =
      Pattern.compile("nord|north|sud|south|est|east|ouest|west|[nseow]");

  /** Reads {@code NE}, {@code north-east}, {@code nord est}, {@code NNO}; empty for other words. */
  public static Optional<CompassPoint> find(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s-]", "");
    StringBuilder letters = new StringBuilder();
    Matcher part = PART.matcher(folded);
    int read = 0;
    while (part.find() && part.start() == read) {
      read = part.end();
      letters.append(part.group().startsWith("o") ? 'W' : letter(part.group()));
    }
    int at = read == folded.length() ? WORDS.indexOf(letters.toString()) : -1;
    return at < 0
        ? Optional.empty()
        : Optional.of(new CompassPoint(WORDS.get(at), at * 22.5, at % 2 == 0 ? 22.5 : 11.25));
  }

  private static char letter(String word) {
    return Character.toUpperCase(word.charAt(0));
  }

  /** The direction of an azimuth among the eight main ones. */
  public static CompassPoint of(double azimuthDegrees) {
    int eighth = (int) Math.floorMod(Math.round(azimuthDegrees / 45), 8L);
    return new CompassPoint(WORDS.get(eighth * 2), eighth * 45.0, 22.5);
  }
}
