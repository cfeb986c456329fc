package org.vigie.server.browser;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tiles that addresses ask for, of which each may name many. */
final class AskedTiles {

  private static final Pattern TILES =
      Pattern.compile("/(?:events/[^/]+|WebMercatorQuad)/(\\d+)\\?.*?\\btiles=([0-9/,]+)");

  /** A tile of the web Mercator grid. */
  record Tile(int zoom, int row, int column) {}

  private AskedTiles() {}

  static List<Tile> in(Collection<String> addresses) {
    List<Tile> tiles = new ArrayList<>();
    for (String address : addresses) {
      Matcher found = TILES.matcher(URLDecoder.decode(address, StandardCharsets.UTF_8));
      if (found.find()) {
        for (String place : found.group(2).split(",")) {
          String[] at = place.split("/");
          tiles.add(
              new Tile(
                  Integer.parseInt(found.group(1)),
                  Integer.parseInt(at[0]),
                  Integer.parseInt(at[1])));
        }
      }
    }
    return tiles;
  }
}
