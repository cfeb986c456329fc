package org.vigie.geodata.basemap.packed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Gzip (RFC 1952) of others, opened up to a size, and our own. */
public final class Gzip {

  private Gzip() {}

  public static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
  }

  /**
   * @param most bytes it may open to
   * @param what what it is, for a message
   * @throws BadInputException when it is broken or opens to more
   */
  public static byte[] open(byte[] packed, int most, String what) throws BadInputException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] open = in.readNBytes(most + 1);
      if (open.length > most) {
        throw new BadInputException(
            Fault.of(
                null,
                Message.of("{what} opens to more than {most} bytes", what, most),
                "Make the file anew, with fewer features in a tile"));
      }
      return open;
    } catch (IOException broken) {
      throw new BadInputException(
          Fault.of(
              null,
              Message.of(
                  "{what} is compressed and cannot be opened: {broken}", what, broken.getMessage()),
              "The file is damaged or cut off: copy or make it again"));
    }
  }

  public static byte[] of(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return packed.toByteArray();
  }
}
