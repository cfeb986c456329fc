package org.vigie.geodata.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * Reads where something happened as officers type it: coordinates in any usual form, "5 km NE of
 * KAL-BERO", "between A and B", or the name of a place; in English and in French. Pure: which
 * places exist is not known here.
 */
public final class LocationText {

  private static final int LONGEST = 200;
  private static final String ABOUT =
      "(?:(?:about|approx\\.?|approximately|around|roughly|some|environ|à"
          + " environ|à|~|ca\\.?)\\s*)?";
  private static final String LENGTH =
      "(\\d{1,4}(?:[.,]\\d{1,3})?)\\s*"
          + "(kms?|kilomet(?:er|re)s?|kilomètres?|m|met(?:er|re)s?|mètres?|nm|nmi|miles?|mi)";
  private static final String TOWARDS = "[\\s,]*(?:to the |au |à l['’]|vers le |a l['’]|dans le )?";
  private static final String OF = "(?:of |from |de la |de l['’]|des |du |de |d['’])?";
  private static final String THE_WAY = ABOUT + LENGTH + TOWARDS;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern OFFSET =
      Pattern.compile(THE_WAY + "(" + CompassPoint.PATTERN + ")[\\s,]*" + OF + "(\\S.*)", FLAGS);
  private static final Pattern OFFSET_AFTER =
      Pattern.compile("(.*[^\\s,])[\\s,]+" + THE_WAY + "(" + CompassPoint.PATTERN + ")", FLAGS);
  private static final Pattern DISTANCE_ONLY =
      Pattern.compile(ABOUT + LENGTH + "\\s+(?:of|from|away from|de|du|des|d['’]) ?(\\S.*)", FLAGS);
  private static final Pattern BETWEEN =
      Pattern.compile("(?:between|entre) (\\S.*) (?:and|et) (\\S.*)", FLAGS);
  private static final Pattern NEAR =
      Pattern.compile(
          "(?:near|close to|vicinity of|outside|près de|pres de|à côté de|aux environs de)"
              + " (\\S.*)",
          FLAGS);

  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  private LocationText() {}

  /**
   * @throws BadInputException when the text is empty, too long, or a coordinate that cannot be
   */
  public static WrittenPlace parse(String text) throws BadInputException {
    String stripped = text.strip().replaceAll("[\\s\\u00a0]+", " ");
    if (stripped.isEmpty() || stripped.length() > LONGEST) {
      throw new BadInputException(
          Fault.of(
              "q",
              stripped.isEmpty()
                  ? Message.of("the text is empty")
                  : Message.of("the text is longer than {longest}", LONGEST),
              "Write coordinates, a grid reference, a place, or \"5 km NE of\" a place"));
    }
    Optional<WrittenPlace> described = described(stripped);
    if (described.isPresent()) {
      return described.get();
    }
    if (Mgrs.looksLike(stripped)) {
      return grid(stripped);
    }
    if (Utm.looksLike(stripped)) {
      LonLat position = Utm.parse(stripped);
      return coordinates(
          Spot.written(position, 1, "UTM to 1 m"), stripped.toUpperCase(Locale.ROOT));
    }
    if (OpenLocationCode.looksLike(stripped)) {
      return code(stripped);
    }
    return pairOrName(stripped);
  }

  private static Optional<WrittenPlace> described(String text) throws BadInputException {
    Matcher offset = OFFSET.matcher(text);
    if (offset.matches()) {
      return Optional.of(offset(offset, 1, offset.group(3), offset.group(4)));
    }
    Matcher after = OFFSET_AFTER.matcher(text);
    if (after.matches()) {
      return Optional.of(offset(after, 2, after.group(4), after.group(1)));
    }
    Matcher distance = DISTANCE_ONLY.matcher(text);
    if (distance.matches()) {
      return Optional.of(offset(distance, 1, "", distance.group(3)));
    }
    Matcher between = BETWEEN.matcher(text);
    if (between.matches()) {
      return Optional.of(new WrittenPlace.Between(between.group(1), between.group(2)));
    }
    Matcher near = NEAR.matcher(text);
    return near.matches()
        ? Optional.of(new WrittenPlace.Named(near.group(1), true))
        : Optional.empty();
  }

  private static WrittenPlace offset(Matcher matcher, int group, String direction, String place)
      throws BadInputException {
    String number = matcher.group(group).replace(',', '.');
    double metresEach = metres(matcher.group(group + 1).toLowerCase(Locale.ROOT));
    double distance = Double.parseDouble(number) * metresEach;
    if (distance > 500_000) {
      throw new BadInputException(
          Fault.of(
              "q", "a place is not told by 500 km and more from another", "Name a nearer one"));
    }
    int point = number.indexOf('.');
    double lastDigit = Math.pow(10, point < 0 ? 0 : point + 1.0 - number.length()) * metresEach;
    return new WrittenPlace.Offset(
        distance, Math.max(distance / 10, lastDigit / 2), CompassPoint.find(direction), place);
  }

  private static double metres(String unit) {
    if (unit.startsWith("k")) {
      return 1000;
    } else if (unit.startsWith("nm")) {
      return 1852;
    }
    return unit.startsWith("mi") ? 1609.344 : 1;
  }

  private static WrittenPlace grid(String text) throws BadInputException {
    Mgrs.Square square = Mgrs.parse(text);
    String reason = "MGRS square of " + side(square.sizeMetres());
    return coordinates(
        Spot.written(square.centre(), square.radiusMetres(), reason), Mgrs.spaced(text));
  }

  private static String side(int metres) {
    return metres < 1000 ? metres + " m" : metres / 1000 + " km";
  }

  private static WrittenPlace code(String text) throws BadInputException {
    OpenLocationCode.Cell cell = OpenLocationCode.parse(text);
    double half = halfDiagonal(cell.centre(), cell.heightDegrees(), cell.widthDegrees());
    return coordinates(
        Spot.written(cell.centre(), half, "the cell of the plus code"),
        text.toUpperCase(Locale.ROOT));
  }

  private static WrittenPlace pairOrName(String text) throws BadInputException {
    CoordinateText.Pair pair;
    try {
      pair = CoordinateText.pair(text);
    } catch (BadInputException notCoordinates) {
      if (WORD.matcher(text).find() || text.chars().noneMatch(Character::isDigit)) {
        return new WrittenPlace.Named(text, false);
      }
      throw notCoordinates;
    }
    CoordinateText.Pair other = pair.swapped();
    boolean canSwap = other.fault().isEmpty();
    if (pair.fault().isPresent()) {
      if (!canSwap || pair.isOrderStated()) {
        throw new BadInputException(pair.fault().get());
      }
      return new WrittenPlace.Coordinates(spot(other), degrees(other), Optional.empty(), true);
    }
    return new WrittenPlace.Coordinates(
        spot(pair), degrees(pair), canSwap ? Optional.of(spot(other)) : Optional.empty(), false);
  }

  private static Spot spot(CoordinateText.Pair pair) {
    LonLat position = pair.position();
    double half = halfDiagonal(position, pair.lat().unitDegrees(), pair.lon().unitDegrees());
    return Spot.written(position, half, "the last digit that was written");
  }

  private static String degrees(CoordinateText.Pair pair) {
    LonLat at = pair.position();
    return String.format(
        Locale.ROOT,
        "%.5f° %s, %.5f° %s",
        Math.abs(at.lat()),
        at.lat() < 0 ? "S" : "N",
        Math.abs(at.lon()),
        at.lon() < 0 ? "W" : "E");
  }

  private static double halfDiagonal(LonLat at, double latDegrees, double lonDegrees) {
    double north = latDegrees * 111_320;
    double east = lonDegrees * 111_320 * Math.cos(Math.toRadians(at.lat()));
    return Math.hypot(north, east) / 2;
  }

  private static WrittenPlace coordinates(Spot spot, String normalised) {
    return new WrittenPlace.Coordinates(spot, normalised, Optional.empty(), false);
  }
}
