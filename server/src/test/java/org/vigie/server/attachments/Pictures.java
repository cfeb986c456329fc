package org.vigie.server.attachments;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as cameras and attackers make them. */
final class Pictures {

  static final String PLACE = "GPS-CANARY-4.3612N-18.5550E";
  static final String COMMENT = "COMMENT-CANARY";
  static final String XMP = "<x:xmpmeta>XMP-CANARY</x:xmpmeta>";

  private Pictures() {}

  /** Red on its left half, blue on its right. */
  static byte[] plain(String format, int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, format, bytes);
    return bytes.toByteArray();
  }

  /** A JPEG with what a telephone writes beside the picture: orientation, place, comment, XMP. */
  static byte[] fromTelephone(int width, int height, int orientation) throws IOException {
    byte[] jpeg = plain("jpeg", width, height);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, 2);
    segment(bytes, 0xE1, exif(orientation));
    segment(
        bytes, 0xE1, ("http://ns.adobe.com/xap/1.0/\0" + XMP).getBytes(StandardCharsets.US_ASCII));
    segment(bytes, 0xFE, COMMENT.getBytes(StandardCharsets.US_ASCII));
    bytes.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }

  private static void segment(ByteArrayOutputStream bytes, int marker, byte[] content)
      throws IOException {
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(0xFF);
    out.writeByte(marker);
    out.writeShort(content.length + 2);
    out.write(content);
  }

  private static byte[] exif(int orientation) {
    byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + place.length);
    tiff.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
    tiff.putInt(0).put(place);
    return tiff.array();
  }

  /** A PNG that says it is this large, and has a few bytes of picture. */
  static byte[] pngHeader(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    return ByteBuffer.allocate(8 + 4 + 17 + 4 + 12)
        .putLong(0x89504E470D0A1A0AL)
        .putInt(13)
        .put(header)
        .putInt(crc(header))
        .putInt(0)
        .put("IDAT".getBytes(StandardCharsets.US_ASCII))
        .putInt(crc("IDAT".getBytes(StandardCharsets.US_ASCII)))
        .array();
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
