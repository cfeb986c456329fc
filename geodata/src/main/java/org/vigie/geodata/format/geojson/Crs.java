package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * The {@code crs} member that GeoJSON had before RFC 7946. Old tools still write it; a file in
 * another system would land in the wrong place without a word.
 */
final class Crs {

  private Crs() {}

  static void requireWgs84(JsonNode crs, String file) throws BadInputException {
    String name = crs.path("properties").path("name").asText("");
    String plain = name.toUpperCase(Locale.ROOT);
    if (!crs.isNull() && !plain.endsWith("CRS84") && !plain.endsWith("4326")) {
      throw new BadInputException(
          Fault.of(
                  "crs",
                  Message.of("the file is in the reference system \"{name}\"", name),
                  "Export it in WGS 84 (EPSG:4326), which is the only one GeoJSON has")
              .at(file, 0));
    }
  }
}
