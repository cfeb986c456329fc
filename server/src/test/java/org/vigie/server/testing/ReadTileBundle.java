package org.vigie.server.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A bundle of tiles, read as docs/event-tiles.md has it.
 *
 * @param key under which what may be kept may be kept
 */
public record ReadTileBundle(String key, List<Tile> tiles) {

  /**
   * A tile with what its own answer would say of it.
   *
   * @param way how it may lie on a disk: 0 not at all, 1 open, 2 locked
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Tile(int status, int way, String mark, String tag, byte[] bytes) {}

  public static ReadTileBundle of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (buffer.get() != 1) {
      throw new IllegalArgumentException("another version");
    }
    String key = text(buffer);
    List<Tile> tiles = new ArrayList<>();
    while (buffer.hasRemaining()) {
      int status = buffer.getShort();
      int way = buffer.get();
      String mark = text(buffer);
      String tag = text(buffer);
      tiles.add(new Tile(status, way, mark, tag, some(buffer, buffer.getInt())));
    }
    return new ReadTileBundle(key, tiles);
  }

  private static String text(ByteBuffer buffer) {
    return new String(some(buffer, buffer.getShort()), StandardCharsets.UTF_8);
  }

  private static byte[] some(ByteBuffer buffer, int length) {
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }
}
