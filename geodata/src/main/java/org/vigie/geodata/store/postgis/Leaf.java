package org.vigie.geodata.store.postgis;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which row of the log a digest belongs to, as {@code vigie.digest_changes} packs it: one byte for
 * the table, 16 for the id, 8 for the version, then the 32 of the digest.
 *
 * @param tab letter of the table
 */
record Leaf(char tab, UUID id, long version) {

  static final int BYTES = 1 + 16 + 8 + 32;

  private static final Map<Character, String> TABLES =
      Map.of(
          'C', "change",
          'L', "link",
          'E', "link_end",
          'P', "protected_value (source identity)",
          'N', "protected_value (restricted narrative)",
          'W', "place_withheld");

  String table() {
    return TABLES.getOrDefault(tab, String.valueOf(tab));
  }

  static byte[] pack(char tab, UUID id, long version, byte[] digest) {
    return ByteBuffer.allocate(BYTES)
        .put((byte) tab)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .putLong(version)
        .put(digest)
        .array();
  }

  /** The digests by row, in the order they were packed. */
  static Map<Leaf, ByteBuffer> unpack(byte[] packed) {
    Map<Leaf, ByteBuffer> digests = new LinkedHashMap<>();
    ByteBuffer in = ByteBuffer.wrap(packed);
    while (in.remaining() >= BYTES) {
      Leaf leaf = new Leaf((char) in.get(), new UUID(in.getLong(), in.getLong()), in.getLong());
      byte[] digest = new byte[32];
      in.get(digest);
      digests.put(leaf, ByteBuffer.wrap(digest));
    }
    return digests;
  }
}
