package org.vigie.geodata.format.ucdp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.geodata.format.table.TableRecord;
import org.vigie.geodata.format.value.NumberText;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** The place of an event, which the dataset gives twice: as columns and as well-known text. */
final class GedPlace {

  private static final Pattern POINT =
      Pattern.compile("(?i)POINT\\s*\\(\\s*(\\S{1,30})\\s+(\\S{1,30})\\s*\\)");
  private static final NumberText NUMBERS = new NumberText(false);

  /** The columns are rounded differently; a real disagreement is larger than this, in degrees. */
  private static final double ROUNDING = 0.001;

  private GedPlace() {}

  static LonLat of(TableRecord record) throws BadInputException {
    double lon = NUMBERS.number("longitude", record.text("longitude"));
    double lat = NUMBERS.number("latitude", record.text("latitude"));
    Optional<Fault> fault = LonLat.fault(lon, lat);
    if (fault.isPresent()) {
      throw new BadInputException(fault.get());
    }
    Matcher point = POINT.matcher(record.text("geom_wkt"));
    if (point.matches()) {
      double x = NUMBERS.number("geom_wkt", point.group(1));
      double y = NUMBERS.number("geom_wkt", point.group(2));
      if (Math.abs(x - lon) > ROUNDING || Math.abs(y - lat) > ROUNDING) {
        boolean swapped = Math.abs(x - lat) <= ROUNDING && Math.abs(y - lon) <= ROUNDING;
        throw new BadInputException(
            Fault.of(
                "geom_wkt",
                record.text("geom_wkt") + " is not at latitude " + lat + ", longitude " + lon,
                swapped
                    ? Message.of("Latitude and longitude look swapped: exchange them")
                    : Message.of("Correct whichever is wrong")));
      }
    }
    return new LonLat(lon, lat);
  }
}
