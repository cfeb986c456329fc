package org.vigie.geodata.format.value;

import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.vigie.geodata.format.Limits;
import org.vigie.geodata.geo.Angle;
import org.vigie.geodata.geo.CoordinateText;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.geo.Mgrs;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * The place of a feature from whatever says it: a geometry, latitude and longitude, one text, or a
 * grid reference. When degrees and a grid reference disagree, neither is believed.
 */
final class PlaceParts {

  /** Beyond this a grid reference and the degrees beside it name two places. */
  private static final double DISAGREEMENT_METRES = 200;

  private @Nullable Geometry geometry;
  private @Nullable Double lat;
  private @Nullable Double lon;
  private CoordinateText.@Nullable Place written;
  private Optional<String> original = Optional.empty();

  void geometry(Geometry newGeometry) {
    geometry = newGeometry;
  }

  void latitude(String text, Styles styles) throws BadInputException {
    lat = degrees(text, styles, 'N');
  }

  void longitude(String text, Styles styles) throws BadInputException {
    lon = degrees(text, styles, 'E');
  }

  void coordinates(String text) throws BadInputException {
    original = Optional.of(text);
    written = CoordinateText.parse(text);
  }

  void mgrs(String text) throws BadInputException {
    original = Optional.of(text);
    Mgrs.Square square = Mgrs.parse(text);
    written =
        new CoordinateText.Place(
            square.centre(), square.sizeMetres() < 100 ? 0 : square.radiusMetres());
  }

  void wkt(String text) throws BadInputException {
    geometry = Wkt.read(text);
  }

  /** The text a place was given in, when it was not plain degrees. */
  Optional<String> original() {
    return original;
  }

  /** Radius in metres that the writing itself leaves open; 0 when it is fine. */
  double radiusMetres() {
    return written == null || lat != null ? 0 : written.radiusMetres();
  }

  Optional<Geometry> resolve() throws BadInputException {
    if (geometry != null) {
      return Optional.of(geometry);
    }
    if (lat != null && lon != null) {
      LonLat place = checked(lon, lat);
      requireAgreement(place);
      return Optional.of(place.toPoint());
    }
    if (lat != null || lon != null) {
      throw new BadInputException(
          Fault.of(
              lat == null ? "latitude" : "longitude",
              "only one half of the place is given",
              "Fill both latitude and longitude, or neither"));
    }
    return Optional.ofNullable(written).map(p -> p.position().toPoint());
  }

  private void requireAgreement(LonLat place) throws BadInputException {
    if (written == null) {
      return;
    }
    LonLat other = written.position();
    double metres = Geodesic.WGS84.Inverse(place.lat(), place.lon(), other.lat(), other.lon()).s12;
    if (metres > DISAGREEMENT_METRES + written.radiusMetres()) {
      throw new BadInputException(
          Fault.of(
              "geometry",
              Message.of(
                  "the degrees and \"{written}\" lie {metres} m apart",
                  original.orElse(""),
                  Math.round(metres)),
              "Correct one of them, or remove the wrong one"));
    }
  }

  private static LonLat checked(double lon, double lat) throws BadInputException {
    Optional<Fault> fault = LonLat.fault(lon, lat);
    if (fault.isPresent()) {
      throw new BadInputException(fault.get());
    }
    return new LonLat(lon, lat);
  }

  /** A plain number in the file's own style, else an angle in any writing. */
  private static double degrees(String text, Styles styles, char axis) throws BadInputException {
    char last = text.charAt(text.length() - 1);
    if (Character.isDigit(last)
        && text.chars().noneMatch(c -> c == ' ' || c == '°' || c == ':')
        && !Character.isLetter(text.charAt(0))) {
      return styles.numbers().number(axis == 'N' ? "latitude" : "longitude", text);
    }
    if (text.matches("(?i)[+-]?(nan|inf|infinity)")) {
      return Double.NaN;
    }
    Angle angle = Angle.parse(text);
    if (angle.axis() != ' ' && angle.axis() != axis) {
      throw new BadInputException(
          Fault.of(
              axis == 'N' ? "latitude" : "longitude",
              Message.of(
                  axis == 'N' ? "\"{text}\" is a longitude" : "\"{text}\" is a latitude", text),
              "Longitude and latitude look swapped: exchange them"));
    }
    return angle.degrees();
  }

  /** Well-known text, longitude first. */
  private static final class Wkt {

    static Geometry read(String text) throws BadInputException {
      String plain = text.replaceFirst("(?i)^SRID=4326;", "");
      if (plain.chars().filter(c -> c == '(').count() > plain.length() / 4
          || deepest(plain) > Limits.DEPTH) {
        throw bad(text);
      }
      try {
        Geometry read = new WKTReader(LonLat.factory()).read(plain);
        for (var c : read.getCoordinates()) {
          checked(c.getX(), c.getY());
        }
        return read;
      } catch (ParseException | IllegalArgumentException notWkt) {
        throw bad(text);
      }
    }

    /** WKTReader descends by recursion. */
    private static int deepest(String text) {
      int depth = 0;
      int deepest = 0;
      for (int i = 0; i < text.length(); i++) {
        depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        deepest = Math.max(deepest, depth);
      }
      return deepest;
    }

    private static BadInputException bad(String text) {
      String start = text.length() > 60 ? text.substring(0, 60) + "…" : text;
      return new BadInputException(
          Fault.of(
              "geometry",
              Message.of("\"{start}\" is no well-known text", start),
              "Write it like POINT (26.4869 5.3998), longitude first"));
    }
  }
}
