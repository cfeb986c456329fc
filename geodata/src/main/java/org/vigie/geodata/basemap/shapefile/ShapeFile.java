package org.vigie.geodata.basemap.shapefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** The records of a {@code .shp}, in the order of the file. */
final class ShapeFile implements AutoCloseable {

  private static final int HEAD = 100;
  private static final int RECORD_HEAD = 8;
  private static final int FILE_CODE = 9994;
  private static final int MOST_RECORD = 64 << 20;

  private final String name;
  private final InputStream in;
  private long read;

  /**
   * A record.
   *
   * @param shape empty where the place is not known
   */
  record Shape(long number, Optional<Geometry> shape) {}

  ShapeFile(String name, Path file) throws IOException, BadInputException {
    this.name = name;
    this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    byte[] head = in.readNBytes(HEAD);
    if (head.length < HEAD || ByteBuffer.wrap(head).getInt(0) != FILE_CODE) {
      in.close();
      throw refused(
          Message.of("it is no Shapefile"),
          Message.of("Zip the files that belong together and send that"),
          0);
    }
  }

  /** The next; empty after the last. */
  Optional<Shape> next() throws IOException, BadInputException {
    byte[] head = in.readNBytes(RECORD_HEAD);
    if (head.length == 0) {
      return Optional.empty();
    }
    read++;
    int bytes = head.length < RECORD_HEAD ? -1 : ByteBuffer.wrap(head).getInt(4);
    if (bytes < 2 || bytes > MOST_RECORD / 2) {
      throw cutOff();
    }
    byte[] content = in.readNBytes(bytes * 2);
    if (content.length < bytes * 2) {
      throw cutOff();
    }
    try {
      ByteBuffer shape = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
      return Optional.of(new Shape(read, new ShapeReader(shape, LonLat.factory()).read()));
    } catch (RuntimeException broken) {
      // a count or a part that leads beyond the record
      throw refused(
          Message.of("the shape cannot be read"),
          Message.of("Repair the geometries in a GIS"),
          read);
    }
  }

  private BadInputException cutOff() {
    return refused(
        Message.of("the file ends within a record"),
        Message.of("It was cut off: copy it again"),
        read);
  }

  private BadInputException refused(Message what, Message fix, long record) {
    return new BadInputException(Fault.of("shp", what, fix).at(name, record));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
