package org.vigie.geodata.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mil.nga.grid.Hemisphere;
import mil.nga.grid.features.Point;
import mil.nga.mgrs.utm.UTM;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * Universal Transverse Mercator on WGS 84: zone and hemisphere or latitude band, easting, northing
 * in metres. N and S are read as hemispheres, which is what people mean by them; the bands N and S
 * are both north of the equator or rare.
 */
final class Utm {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{1,2})\\s*([C-HJ-NP-X])[\\s,;]+(\\d{6})(?:\\.\\d+)?\\s*(?:M?E)?[\\s,;]+"
              + "(\\d{5,8})(?:\\.\\d+)?\\s*(?:M?N)?");

  private Utm() {}

  static boolean looksLike(String text) {
    return SHAPE.matcher(text.strip().toUpperCase(Locale.ROOT)).matches();
  }

  static LonLat parse(String text) throws BadInputException {
    Matcher shape = SHAPE.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!shape.matches()) {
      throw bad(text, "it is no UTM coordinate");
    }
    int zone = Integer.parseInt(shape.group(1));
    if (zone < 1 || zone > 60) {
      throw bad(text, "there is no zone " + zone);
    }
    char letter = shape.group(2).charAt(0);
    boolean isNorth = letter == 'N' || (letter > 'N' && letter != 'S');
    double easting = Double.parseDouble(shape.group(3));
    double northing = Double.parseDouble(shape.group(4));
    if (easting < 100_000 || northing > 10_000_000) {
      throw bad(text, "easting or northing is outside the zone");
    }
    Point point =
        UTM.create(zone, isNorth ? Hemisphere.NORTH : Hemisphere.SOUTH, easting, northing)
            .toPoint()
            .toDegrees();
    Optional<Fault> fault = LonLat.fault(point.getLongitude(), point.getLatitude());
    double fromMeridian = Math.abs(point.getLongitude() - (zone * 6 - 183));
    if (fault.isPresent() || fromMeridian > 10 || Math.abs(point.getLatitude()) > 84) {
      throw bad(text, "easting or northing is outside the zone");
    }
    return new LonLat(point.getLongitude(), point.getLatitude());
  }

  /** Zone, hemisphere, easting and northing in whole metres. */
  static String format(LonLat place) {
    UTM utm = UTM.from(Point.point(place.lon(), place.lat()));
    return String.format(
        Locale.ROOT,
        "%d%s %d %d",
        utm.getZone(),
        utm.getHemisphere() == Hemisphere.NORTH ? "N" : "S",
        Math.round(utm.getEasting()),
        Math.round(utm.getNorthing()));
  }

  private static BadInputException bad(String text, String what) {
    return new BadInputException(
        Fault.of(
            "geometry",
            Message.of("\"{text}\" cannot be read: {what}", text.strip(), what),
            "Write zone, N or S, easting and northing in metres, like 34N 612345 598765"));
  }
}
