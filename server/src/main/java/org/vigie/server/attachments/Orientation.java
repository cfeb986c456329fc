package org.vigie.server.attachments;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How the camera was held, as EXIF says it (tag 0x0112, values 1 to 8). The one thing that is read
 * of what stands beside the picture, because the picture is turned by it before the rest is
 * dropped.
 */
final class Orientation {

  static final Orientation UPRIGHT = new Orientation(1);

  private static final int START_OF_SCAN = 0xDA;
  private static final int APP1 = 0xE1;
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int MOST_ENTRIES = 200;
  private static final int ENTRY_BYTES = 12;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  private final int value;

  Orientation(int value) {
    this.value = value;
  }

  /**
   * Reads it from the beginning of a JPEG; upright when there is none, or what is there is broken.
   *
   * @param head the first kilobytes of the file
   */
  static Orientation of(byte[] head) {
    try {
      return find(ByteBuffer.wrap(head));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException cut) {
      return UPRIGHT;
    }
  }

  private static Orientation find(ByteBuffer jpeg) {
    jpeg.position(2);
    while (jpeg.remaining() > 4) {
      int marker = jpeg.getShort() & 0xFFFF;
      int length = (jpeg.getShort() & 0xFFFF) - 2;
      if ((marker & 0xFF00) != 0xFF00 || (marker & 0xFF) == START_OF_SCAN || length < 0) {
        return UPRIGHT;
      }
      if ((marker & 0xFF) == APP1 && length > EXIF.length && isExif(jpeg)) {
        int start = jpeg.position() + EXIF.length;
        int end = Math.min(jpeg.limit(), jpeg.position() + length);
        return inTiff(jpeg.slice(start, end - start));
      }
      jpeg.position(jpeg.position() + length);
    }
    return UPRIGHT;
  }

  private static boolean isExif(ByteBuffer jpeg) {
    for (int i = 0; i < EXIF.length; i++) {
      if (jpeg.get(jpeg.position() + i) != EXIF[i]) {
        return false;
      }
    }
    return true;
  }

  private static Orientation inTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = Math.min(tiff.getShort(directory) & 0xFFFF, MOST_ENTRIES);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if ((tiff.getShort(entry) & 0xFFFF) == TAG && tiff.getShort(entry + 2) == SHORT) {
        int value = tiff.getShort(entry + 8) & 0xFFFF;
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** Whether width and height change places. */
  boolean isOnItsSide() {
    return value >= 5;
  }

  /** Where the pixels of a picture of this size belong. */
  AffineTransform upright(int width, int height) {
    return switch (value) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
