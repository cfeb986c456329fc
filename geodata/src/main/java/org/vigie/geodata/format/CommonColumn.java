package org.vigie.geodata.format;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What every feature has besides the properties of its layer, as columns name it. The synonyms are
 * headings met in field spreadsheets; they are matched without case, spaces and punctuation.
 */
public enum CommonColumn {
  LATITUDE("latitude", "lat", "y", "latdd", "latitudedd"),
  LONGITUDE("longitude", "lon", "long", "lng", "x", "londd", "longitudedd"),
  /** One text: decimal degrees, degrees and minutes, degrees minutes seconds, or MGRS. */
  COORDINATES("coordinates", "coordinate", "coords", "gps", "latlon", "position", "coordonnees"),
  MGRS("mgrs", "grid", "gridreference", "gridref", "usng"),
  WKT("wkt", "geomwkt", "geometry", "geom"),
  VALID_FROM("valid_from", "date", "eventdate", "start", "startdate", "datestart", "datetime"),
  VALID_TO("valid_to", "end", "enddate", "dateend"),
  TIME_PRECISION("time_precision"),
  LOCATION_CLASS("location_class"),
  RADIUS("radius_m"),
  CLASSIFICATION("classification"),
  /** Codes, separated by semicolons or commas. */
  COMPARTMENTS("compartments"),
  SOURCE_SYSTEM("source_system"),
  SOURCE_ID("source_id");

  private final String target;
  private final List<String> synonyms;

  CommonColumn(String target, String... synonyms) {
    this.target = target;
    this.synonyms = List.of(synonyms);
  }

  /** The word in mappings and in what we write. */
  public String target() {
    return target;
  }

  public static Optional<CommonColumn> find(String target) {
    return Arrays.stream(values()).filter(c -> c.target.equals(target)).findFirst();
  }

  /** The attribute a heading most likely means. */
  public static Optional<CommonColumn> guess(String heading) {
    String plain = plain(heading);
    return Arrays.stream(values())
        .filter(c -> plain(c.target).equals(plain) || c.synonyms.contains(plain))
        .findFirst();
  }

  /**
   * Whether a record with these names is an extract that Vigie wrote: it names its source but does
   * not hold the source record, so nothing of it is to be kept as one.
   */
  public static boolean isOurs(Collection<String> names) {
    return names.containsAll(
        List.of("recorded_at", "version", CLASSIFICATION.target, SOURCE_SYSTEM.target));
  }

  /** Letters and digits only, lower case: how headings are compared. */
  public static String plain(String heading) {
    StringBuilder plain = new StringBuilder(heading.length());
    heading
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
