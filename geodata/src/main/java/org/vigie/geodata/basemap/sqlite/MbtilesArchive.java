package org.vigie.geodata.basemap.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vigie.geodata.basemap.GroundSurvey;
import org.vigie.geodata.basemap.Tile;
import org.vigie.geodata.basemap.TileArchive;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Ground;
import org.vigie.geodata.tile.TileAddress;

/** MBTiles 1.3: rows count from the south in it. */
public final class MbtilesArchive implements TileArchive {

  private static final int MOST_METADATA = 4 << 20;

  /** Where the tiles of the file lie: in one table, or in two that writers join by a view. */
  private enum Shape {
    ONE("tiles", "tiles t", "t.tile_data"),
    MAP("map", "map t join images d on d.tile_id = t.tile_id", "d.tile_data"),
    SHALLOW(
        "tiles_shallow",
        "tiles_shallow t join tiles_data d on d.tile_data_id = t.tile_data_id",
        "d.tile_data");

    private final String addresses;
    private final String from;
    private final String data;

    Shape(String addresses, String from, String data) {
      this.addresses = addresses;
      this.from = from;
      this.data = data;
    }

    String select(String what, String rest) {
      return "select " + what + " from " + from + " " + rest;
    }
  }

  private final SqliteFile file;
  private final Shape shape;
  private final Map<String, String> metadata;
  private final String tileSql;

  private MbtilesArchive(SqliteFile file) throws IOException, BadInputException {
    this.file = file;
    this.shape = shape(file);
    this.metadata = metadata(file);
    this.tileSql =
        shape.select(
            shape.data, "where t.zoom_level = ? and t.tile_column = ? and t.tile_row = ? limit 1");
    requireIndex();
  }

  /** Whether this SQLite file holds tiles. */
  public static boolean isIt(Path path) throws IOException, BadInputException {
    try (SqliteFile file = SqliteFile.open("file", path)) {
      return file.find(
              "select 1 from sqlite_schema where lower(name) in ('tiles', 'map', 'tiles_shallow')",
              row -> true)
          .isPresent();
    }
  }

  public static boolean claims(byte[] head) {
    return SqliteFile.claims(head);
  }

  /**
   * @throws BadInputException when it is not what MBTiles are
   */
  public static MbtilesArchive open(Path path) throws IOException, BadInputException {
    SqliteFile file = SqliteFile.open("mbtiles", path);
    boolean opened = false;
    try {
      MbtilesArchive archive = new MbtilesArchive(file);
      opened = true;
      return archive;
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  private static Shape shape(SqliteFile file) throws IOException, BadInputException {
    String[] address = {"zoom_level", "tile_column", "tile_row"};
    if (file.has("tiles", address) && file.has("tiles", "tile_data")) {
      return Shape.ONE;
    }
    if (file.has("map", address)
        && file.has("map", "tile_id")
        && file.has("images", "tile_id", "tile_data")) {
      return Shape.MAP;
    }
    if (file.has("tiles_shallow", address)
        && file.has("tiles_shallow", "tile_data_id")
        && file.has("tiles_data", "tile_data_id", "tile_data")) {
      return Shape.SHALLOW;
    }
    throw file.refused(
        Message.of("it has no table of tiles that is known here; views of the file are not asked"),
        Message.of(
            "Copy them into a table tiles (zoom_level, tile_column, tile_row, tile_data) with an"
                + " index"));
  }

  private static Map<String, String> metadata(SqliteFile file)
      throws IOException, BadInputException {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (file.has("metadata", "name", "value")) {
      file.list(
              "select name, value from metadata where length(value) <= "
                  + MOST_METADATA
                  + " limit 100",
              row -> new String[] {row.getString(1), row.getString(2)})
          .forEach(
              pair ->
                  metadata.put(String.valueOf(pair[0]), Objects.requireNonNullElse(pair[1], "")));
    }
    return metadata;
  }

  /** Without an index each tile would take a walk through the whole file. */
  private void requireIndex() throws IOException, BadInputException {
    boolean scans =
        file
            .list(
                "explain query plan " + tileSql,
                row -> String.valueOf(row.getString("detail")),
                0,
                0,
                0)
            .stream()
            .anyMatch(detail -> detail.startsWith("SCAN"));
    if (scans) {
      throw file.refused(
          Message.of("its tiles have no index"),
          shape == Shape.ONE
              ? Message.of(
                  "Run: sqlite3 FILE 'create unique index tile_index on tiles (zoom_level,"
                      + " tile_column, tile_row)'")
              : Message.of(
                  "Make an index for zoom_level, tile_column, tile_row, and one for the id of the"
                      + " data"));
    }
  }

  @Override
  public Ground ground() throws IOException, BadInputException {
    int minZoom = zoom("min(t.zoom_level)");
    int maxZoom = zoom("max(t.zoom_level)");
    return GroundSurvey.of(this, minZoom, maxZoom, bounds(), metadata.getOrDefault("json", ""));
  }

  /** As the rows have it: what the metadata say is now and then more, and would lead to holes. */
  private int zoom(String figure) throws IOException, BadInputException {
    return file.find("select " + figure + " from " + shape.addresses + " t", MbtilesArchive::whole)
        .flatMap(zoom -> zoom)
        .orElseThrow(
            () ->
                file.refused(
                    Message.of("there is not one tile in it"), Message.of("Export it again")));
  }

  private static Optional<Integer> whole(ResultSet row) throws SQLException {
    return row.getObject(1) instanceof Integer zoom ? Optional.of(zoom) : Optional.empty();
  }

  private Optional<BoundingBox> bounds() {
    String[] parts = metadata.getOrDefault("bounds", "").split(",", -1);
    try {
      return parts.length == 4
          ? GroundSurvey.box(
              Double.parseDouble(parts[0].strip()),
              Double.parseDouble(parts[1].strip()),
              Double.parseDouble(parts[2].strip()),
              Double.parseDouble(parts[3].strip()))
          : Optional.empty();
    } catch (NumberFormatException notBounds) {
      return Optional.empty();
    }
  }

  @Override
  public void verify() throws IOException, BadInputException {
    int last = zoom("max(t.zoom_level)");
    if (zoom("min(t.zoom_level)") < 0 || last > TileAddress.MAX_ZOOM) {
      throw file.refused(
          Message.of("a tile has a zoom of {last}", last),
          Message.of("Delete what is not between 0 and {maxZoom}", TileAddress.MAX_ZOOM));
    }
  }

  @Override
  public String title() {
    return metadata.getOrDefault("name", "");
  }

  @Override
  public Optional<Tile> find(TileAddress address) throws IOException, BadInputException {
    int row = (1 << address.zoom()) - 1 - address.row();
    Optional<byte[]> stored =
        file.find(tileSql, MbtilesArchive::data, address.zoom(), address.column(), row);
    if (stored.isEmpty() || stored.get().length == 0) {
      return Optional.empty();
    }
    if (stored.get().length > Tile.MOST_BYTES) {
      throw file.refused(
          Message.of("a tile has {length} bytes", stored.get().length),
          Message.of("Make it anew with fewer features in a tile"));
    }
    return Tile.of(stored.get());
  }

  @Override
  public List<byte[]> sample(int most) throws IOException, BadInputException {
    return file.list(
        shape.select(
            shape.data,
            "where length("
                + shape.data
                + ") between 1 and "
                + Tile.MOST_BYTES
                + " order by t.zoom_level limit "
                + most),
        MbtilesArchive::data);
  }

  private static byte[] data(ResultSet row) throws SQLException {
    byte[] data = row.getBytes(1);
    return data == null ? new byte[0] : data;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
