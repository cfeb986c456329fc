package org.vigie.geodata.basemap.shapefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

/** The attributes beside the shapes: rows of fixed length in a {@code .dbf}. */
final class DbaseFile implements AutoCloseable {

  private static final int HEAD = 32;
  private static final int FIELD = 32;
  private static final int NAME = 11;
  private static final byte END = 0x0D;

  private record Field(String name, char type, int length) {}

  private final InputStream in;
  private final Charset encoding;
  private final List<Field> fields = new ArrayList<>();
  private final int rowBytes;

  DbaseFile(String name, Path file, Charset encoding) throws IOException, BadInputException {
    this.encoding = encoding;
    this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    byte[] head = in.readNBytes(HEAD);
    int headBytes = head.length < HEAD ? 0 : number(head, 8);
    this.rowBytes = head.length < HEAD ? 0 : number(head, 10);
    byte[] described = headBytes > HEAD ? in.readNBytes(headBytes - HEAD) : new byte[0];
    int sum = 1;
    for (int at = 0; at + FIELD <= described.length && described[at] != END; at += FIELD) {
      Field field = field(described, at);
      fields.add(field);
      sum += field.length();
    }
    if (fields.isEmpty() || sum != rowBytes) {
      in.close();
      throw new BadInputException(
          Fault.of("dbf", "its columns do not fit its rows", "It is damaged: export it again")
              .at(name, 0));
    }
  }

  private static int number(byte[] bytes, int at) {
    return Short.toUnsignedInt(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(at));
  }

  private static Field field(byte[] bytes, int at) {
    int length = 0;
    while (length < NAME && bytes[at + length] != 0) {
      length++;
    }
    return new Field(
        new String(bytes, at, length, StandardCharsets.UTF_8).strip(),
        (char) (bytes[at + NAME] & 0xFF),
        bytes[at + 16] & 0xFF);
  }

  /** The next row; empty when the file has fewer rows than shapes. */
  Map<String, Object> next() throws IOException {
    byte[] row = in.readNBytes(rowBytes);
    Map<String, Object> values = new LinkedHashMap<>();
    int at = 1;
    for (Field field : fields) {
      if (at + field.length() > row.length) {
        break;
      }
      String text = new String(row, at, field.length(), encoding).replace("\0", "").strip();
      at += field.length();
      if (!text.isEmpty() && !field.name().isEmpty()) {
        put(values, field, text);
      }
    }
    return values;
  }

  private static void put(Map<String, Object> values, Field field, String text) {
    switch (field.type()) {
      case 'C', 'D', 'L' -> values.put(field.name(), text);
      case 'N', 'F' -> {
        try {
          if (text.matches("-?[0-9]{1,18}")) {
            values.put(field.name(), Long.parseLong(text));
          } else if (Double.isFinite(Double.parseDouble(text))) {
            values.put(field.name(), Double.parseDouble(text));
          }
        } catch (NumberFormatException overflown) {
          // stars stand for a number that did not fit: then there is none
        }
      }
      default -> {
        // memos lie in another file; what else there is nobody draws
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
