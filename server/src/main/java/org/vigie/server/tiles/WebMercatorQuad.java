package org.vigie.server.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.tile.TileAddress;

/** The tile matrix set that everything is offered in (OGC 17-083r4, annex D.1). */
final class WebMercatorQuad {

  static final String ID = "WebMercatorQuad";
  static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + ID;
  static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";

  private static final String TITLE = "Google Maps Compatible for the World";
  private static final int PIXELS = 256;

  /** Half the circumference of the sphere that EPSG:3857 projects, in metres. */
  private static final double HALF_WORLD = Math.PI * 6378137;

  /** The standard pixel of a scale denominator is 0.28 mm wide. */
  private static final double STANDARD_PIXEL = 0.28e-3;

  private WebMercatorQuad() {}

  /** The definition as TileMatrixSet JSON. */
  static Map<String, Object> definition() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", ID);
    document.put("title", TITLE);
    document.put("uri", URI);
    document.put("crs", CRS);
    document.put("orderedAxes", List.of("X", "Y"));
    document.put(
        "wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
    List<Map<String, Object>> matrices = new ArrayList<>();
    for (int zoom = 0; zoom <= TileAddress.MAX_ZOOM; zoom++) {
      matrices.add(matrix(zoom));
    }
    document.put("tileMatrices", matrices);
    return document;
  }

  /** Its entry in the list of tile matrix sets. */
  static Map<String, Object> entry(List<?> links) {
    return Map.of("id", ID, "title", TITLE, "uri", URI, "crs", CRS, "links", links);
  }

  private static Map<String, Object> matrix(int zoom) {
    long side = 1L << zoom;
    double cell = 2 * HALF_WORLD / PIXELS / side;
    Map<String, Object> matrix = new LinkedHashMap<>();
    matrix.put("id", Integer.toString(zoom));
    matrix.put("scaleDenominator", cell / STANDARD_PIXEL);
    matrix.put("cellSize", cell);
    matrix.put("cornerOfOrigin", "topLeft");
    matrix.put("pointOfOrigin", List.of(-HALF_WORLD, HALF_WORLD));
    matrix.put("tileWidth", PIXELS);
    matrix.put("tileHeight", PIXELS);
    matrix.put("matrixWidth", side);
    matrix.put("matrixHeight", side);
    return matrix;
  }
}
