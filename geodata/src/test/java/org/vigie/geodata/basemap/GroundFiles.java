package org.vigie.geodata.basemap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.basemap.packed.Gzip;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.geodata.tile.VectorTile;

/** Files for basemaps as other programs write them, small and made up. */
public final class GroundFiles {

  /** A picture of one pixel. */
  public static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAA"
                  + "AABJRU5ErkJggg==");

  public static final byte[] HTML =
      "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);

  public static final byte[] SVG =
      "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII);

  private GroundFiles() {}

  /** A tile with one road in it, compressed. */
  public static byte[] roads(TileAddress tile, String name) {
    VectorTile drawn = new VectorTile(tile);
    drawn
        .layer("roads")
        .add(
            new GeometryFactory()
                .createLineString(
                    new Coordinate[] {new Coordinate(-170, 40), new Coordinate(170, -40)}),
            Map.of("name", name))
        .end();
    return Gzip.of(drawn.toByteArray());
  }

  /** One tile for the whole world. */
  public static Map<TileAddress, byte[]> world(byte[] tile) {
    return Map.of(new TileAddress(0, 0, 0), tile);
  }

  /** MBTiles as the standard has them, with an index. */
  public static Path mbtiles(Path file, Map<TileAddress, byte[]> tiles) throws SQLException {
    return sqlite(
        file,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(
                "create table tiles (zoom_level integer, tile_column integer, tile_row integer,"
                    + " tile_data blob)");
            statement.execute(
                "create unique index tile_index on tiles (zoom_level, tile_column, tile_row)");
            statement.execute("create table metadata (name text, value text)");
            statement.execute("insert into metadata values ('name', 'EXERCISE ground')");
          }
          fill(connection, tiles);
        });
  }

  /** What is done with a new file. */
  @FunctionalInterface
  public interface Making {
    void run(Connection connection) throws SQLException;
  }

  public static Path sqlite(Path file, Making making) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      making.run(connection);
    }
    return file;
  }

  public static void fill(Connection connection, Map<TileAddress, byte[]> tiles)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into tiles values (?, ?, ?, ?)")) {
      for (Map.Entry<TileAddress, byte[]> each : tiles.entrySet()) {
        TileAddress tile = each.getKey();
        insert.setInt(1, tile.zoom());
        insert.setInt(2, tile.column());
        insert.setInt(3, (1 << tile.zoom()) - 1 - tile.row());
        insert.setBytes(4, each.getValue());
        insert.executeUpdate();
      }
    }
  }

  /**
   * PMTiles of version 3.
   *
   * @param leaf entries of one leaf directory; 0 for the root alone
   * @param packed whether directories are compressed
   */
  public static byte[] pmtiles(Map<Long, byte[]> tilesById, int maxZoom, int leaf, boolean packed)
      throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    List<long[]> entries = new ArrayList<>();
    for (Map.Entry<Long, byte[]> each : new TreeMap<>(tilesById).entrySet()) {
      entries.add(new long[] {each.getKey(), data.size(), each.getValue().length, 1});
      data.write(each.getValue());
    }
    ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    List<long[]> root = entries;
    if (leaf > 0) {
      root = new ArrayList<>();
      for (int i = 0; i < entries.size(); i += leaf) {
        byte[] one = directory(entries.subList(i, Math.min(entries.size(), i + leaf)), packed);
        root.add(new long[] {entries.get(i)[0], leaves.size(), one.length, 0});
        leaves.write(one);
      }
    }
    byte[] rootBytes = directory(root, packed);
    byte[] metadata = packed("{\"name\":\"EXERCISE ground\"}", packed);
    ByteBuffer head = ByteBuffer.allocate(127).order(ByteOrder.LITTLE_ENDIAN);
    head.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
    long at = 127;
    for (int length : new int[] {rootBytes.length, metadata.length, leaves.size(), data.size()}) {
      head.putLong(at).putLong(length);
      at += length;
    }
    head.putLong(entries.size()).putLong(entries.size()).putLong(entries.size());
    head.put((byte) 1).put((byte) (packed ? 2 : 1)).put((byte) 2).put((byte) 1);
    head.put((byte) 0).put((byte) maxZoom);
    head.putInt(-1_700_000_000).putInt(-400_000_000).putInt(1_700_000_000).putInt(400_000_000);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(head.array());
    file.write(rootBytes);
    file.write(metadata);
    file.write(leaves.toByteArray());
    file.write(data.toByteArray());
    return file.toByteArray();
  }

  /** A directory of entries (id, offset, length, run). */
  public static byte[] directory(List<long[]> entries, boolean packed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    varint(bytes, entries.size());
    long before = 0;
    for (long[] each : entries) {
      varint(bytes, each[0] - before);
      before = each[0];
    }
    entries.forEach(each -> varint(bytes, each[3]));
    entries.forEach(each -> varint(bytes, each[2]));
    long next = -1;
    for (long[] each : entries) {
      varint(bytes, each[1] == next ? 0 : each[1] + 1);
      next = each[1] + each[2];
    }
    return packed ? Gzip.of(bytes.toByteArray()) : bytes.toByteArray();
  }

  private static byte[] packed(String text, boolean packed) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return packed ? Gzip.of(bytes) : bytes;
  }

  private static void varint(ByteArrayOutputStream bytes, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }
}
