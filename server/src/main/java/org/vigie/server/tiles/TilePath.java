package org.vigie.server.tiles;

import io.javalin.http.Context;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Schema;

/** The end of a path that names a tile of WebMercatorQuad. */
final class TilePath {

  /** The end of a path that names a zoom, for {@link TileBundle}. */
  static final String ZOOM = "/{tileMatrix}";

  static final String TEMPLATE = ZOOM + "/{tileRow}/{tileCol}";

  static final Parameter<String> MATRIX =
      Parameter.path("tileMatrix", "Zoom, from 0.", Schema.string(), text -> text);
  static final Parameter<String> ROW =
      Parameter.path("tileRow", "Row, from 0 in the north.", Schema.string(), text -> text);
  static final Parameter<String> COLUMN =
      Parameter.path("tileCol", "Column, from 0 in the west.", Schema.string(), text -> text);

  private TilePath() {}

  /** The tile; 404 when the grid has none of that name. */
  static TileAddress address(Context context) {
    return address(
        context.pathParam(MATRIX.name()),
        context.pathParam(ROW.name()),
        context.pathParam(COLUMN.name()));
  }

  /**
   * A tile of the zoom in the path; 404 when the grid has none of that name.
   *
   * @param place row/column
   */
  static TileAddress address(Context context, String place) {
    int slash = place.indexOf('/');
    return address(
        context.pathParam(MATRIX.name()), place.substring(0, slash), place.substring(slash + 1));
  }

  private static TileAddress address(String matrix, String row, String column) {
    return TileAddress.find(number(matrix), number(row), number(column))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    Message.of(
                        "There is no such tile: zooms go from 0 to {maxZoom}, rows and columns from"
                            + " 0 to 2^zoom - 1.",
                        TileAddress.MAX_ZOOM)));
  }

  /** What is no whole number names no tile. */
  private static int number(String text) {
    return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : -1;
  }
}
