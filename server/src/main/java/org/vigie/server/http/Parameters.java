package org.vigie.server.http;

import java.time.Instant;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimeSpan;

/** Query parameters that several capabilities take, with one meaning everywhere. */
public final class Parameters {

  private static final Schema FOUR_OR_SIX_NUMBERS =
      Schema.of("array").with("minItems", 4).with("maxItems", 6).with("items", Schema.number());

  /** Box in longitude/latitude, WGS 84; heights are read and not used. */
  public static final Parameter<BoundingBox> BBOX =
      Parameter.query(
          "bbox",
          "Only features whose geometry intersects the box: west,south,east,north in degrees, or"
              + " six numbers with heights. West greater than east crosses the antimeridian.",
          FOUR_OR_SIX_NUMBERS,
          text -> Boxes.longitudeLatitude(Boxes.numbers(text)));

  /** The same as bare numbers, for an endpoint that also takes {@code bbox-crs}. */
  public static final Parameter<double[]> BBOX_NUMBERS =
      Parameter.query(
          "bbox",
          "Only features whose geometry intersects the box: lower corner, upper corner, in the"
              + " axis order of bbox-crs (longitude, latitude unless given).",
          FOUR_OR_SIX_NUMBERS,
          Boxes::numbers);

  public static final Parameter<TimeSpan> DATETIME =
      Parameter.query(
          "datetime",
          "Only features whose time intersects an instant or interval (RFC 3339, UTC):"
              + " 2024-01-01T00:00:00Z, 2024-01-01T00:00:00Z/2024-02-01T00:00:00Z, ../2024-01-01."
              + " A date means the whole day; features without time always pass.",
          Schema.string(),
          Datetimes::read);

  public static final Parameter<Instant> AS_KNOWN_AT =
      Parameter.query(
          "as-known-at",
          "The state of knowledge at this moment (RFC 3339): what was recorded by then. A"
              + " moment ahead is refused.",
          Schema.string().with("format", "date-time"),
          text -> Datetimes.past("as-known-at", text));

  private Parameters() {}

  /** Values above the maximum mean the maximum (OGC 17-069r4, clause 7.15.2). */
  public static Parameter<Integer> limit(int maximum, int standard) {
    return Parameter.query(
            "limit",
            "Number of features a page has at most.",
            Schema.integer(1, maximum, standard),
            text -> Math.min(maximum, positive("limit", text)))
        .orElse(standard);
  }

  /** A whole number from 1; larger than an int counts as the largest int. */
  public static int positive(String name, String text) throws BadInputException {
    if (!text.matches("[0-9]{1,30}") || text.matches("0+")) {
      throw new BadInputException(
          Fault.of(
              name,
              Message.of("'{text}' is not a whole number from 1", text),
              "Give for example 100"));
    }
    String digits = text.replaceFirst("^0+", "");
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
