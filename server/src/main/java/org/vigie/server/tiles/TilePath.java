package org.vigie.server.tiles;

import io.javalin.http.Context;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Schema;

/** The end of a path that names a tile of WebMercatorQuad. */
final class TilePath {

  static final String TEMPLATE = "/{tileMatrix}/{tileRow}/{tileCol}";

  static final Parameter<String> MATRIX =
      Parameter.path("tileMatrix", "Zoom, from 0.", Schema.string(), text -> text);
  static final Parameter<String> ROW =
      Parameter.path("tileRow", "Row, from 0 in the north.", Schema.string(), text -> text);
  static final Parameter<String> COLUMN =
      Parameter.path("tileCol", "Column, from 0 in the west.", Schema.string(), text -> text);

  private TilePath() {}

  /** The tile; 404 when the grid has none of that name. */
  static TileAddress address(Context context) {
    return TileAddress.find(number(context, MATRIX), number(context, ROW), number(context, COLUMN))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "There is no such tile: zooms go from 0 to "
                        + TileAddress.MAX_ZOOM
                        + ", rows and columns from 0 to 2^zoom - 1."));
  }

  /** What is no whole number names no tile. */
  private static int number(Context context, Parameter<String> parameter) {
    String text = context.pathParam(parameter.name());
    return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : -1;
  }
}
