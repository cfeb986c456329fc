package org.vigie.geodata.store.postgis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;

/**
 * Sends features to the stage of a bulk load in PostgreSQL's binary COPY format (its documentation,
 * "COPY", section "Binary Format"): a field is its length in four bytes and its bytes in network
 * order, -1 for null.
 */
final class CopyRows {

  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final short FIELDS = 19;
  private static final long EPOCH_2000_SECONDS = 946_684_800;

  /** Object id of the type text, the same in every PostgreSQL. */
  private static final int TEXT = 25;

  private static final int FLUSH_BYTES = 1 << 16;

  private final CopyIn copy;
  private final Keeping keeping;
  private final KeptState kept;
  private final GeometryCodec geometries = new GeometryCodec();
  private ByteBuffer buffer = ByteBuffer.allocate(FLUSH_BYTES * 2);

  CopyRows(CopyManager copies, Keeping keeping, KeptState kept) throws SQLException {
    this.keeping = keeping;
    this.kept = kept;
    copy = copies.copyIn("copy vigie_load from stdin (format binary)");
    buffer.put(HEADER);
  }

  void add(long ordinal, Feature feature) throws SQLException {
    room(2).putShort(FIELDS);
    room(12).putInt(8).putLong(ordinal);
    UUID id = feature.id().value();
    room(20).putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    put(feature.geometry() == null ? null : geometries.encode(feature.geometry()));
    TimeSpan span = feature.validTime() == null ? TimeSpan.ALWAYS : feature.validTime();
    put(span.start());
    put(span.end());
    put(feature.timePrecision() == null ? null : feature.timePrecision().code());
    put(feature.locationClass() == null ? null : feature.locationClass().name());
    Double radius = feature.radiusMetres();
    if (radius == null) {
      room(4).putInt(-1);
    } else {
      room(12).putInt(8).putDouble(radius);
    }
    put(feature.classification().name());
    put(FeatureRow.compartments(feature));
    put(feature.provenance().sourceSystem());
    put(feature.provenance().sourceId());
    putJson(Documents.encodeOriginal(feature.provenance().original()));
    putJson(Documents.encodeProperties(keeping.apart().open(feature.properties())));
    putJson(Documents.encodeProperties(keeping.apart().given(feature.properties())));
    room(5).putInt(1).put((byte) (keeping.places().protects(feature.properties()) ? 1 : 0));
    put(kept.property());
    put(kept.decided(feature));
    put(kept.decidedBy());
    if (buffer.position() >= FLUSH_BYTES) {
      flush();
    }
  }

  /** Ends the COPY; the rows are in the stage now. */
  void end() throws SQLException {
    room(2).putShort((short) -1);
    flush();
    copy.endCopy();
  }

  /** Gives the COPY up; the connection can be used again. */
  void cancel() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  private void put(@Nullable Instant instant) {
    if (instant == null) {
      room(4).putInt(-1);
    } else {
      long micros =
          (instant.getEpochSecond() - EPOCH_2000_SECONDS) * 1_000_000 + instant.getNano() / 1_000;
      room(12).putInt(8).putLong(micros);
    }
  }

  /** An array in binary: dimensions, flags, type of its elements, length, first index, elements. */
  private void put(String @Nullable [] texts) {
    if (texts == null) {
      room(4).putInt(-1);
      return;
    }
    int bytes = 20;
    for (String text : texts) {
      bytes += 4 + text.getBytes(StandardCharsets.UTF_8).length;
    }
    room(24).putInt(bytes).putInt(1).putInt(0).putInt(TEXT).putInt(texts.length).putInt(1);
    for (String text : texts) {
      put(text);
    }
  }

  private void put(@Nullable String text) {
    put(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(byte @Nullable [] bytes) {
    if (bytes == null) {
      room(4).putInt(-1);
    } else {
      room(4 + bytes.length).putInt(bytes.length).put(bytes);
    }
  }

  /** jsonb in binary is a version, 1, and the text. */
  private void putJson(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    room(5 + bytes.length).putInt(bytes.length + 1).put((byte) 1).put(bytes);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
      buffer = larger.put(buffer.flip());
    }
    return buffer;
  }
}
