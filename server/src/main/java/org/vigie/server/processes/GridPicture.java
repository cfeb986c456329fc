package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import javax.imageio.ImageIO;

/**
 * A grid as a PNG: one pixel a cell, north up, so that with the corner and the steps in degrees of
 * its JSON it lies on a map. What it is and how it is marked stands inside, as a text chunk.
 */
final class GridPicture {

  /** Signature and header chunk; the text comes behind them. */
  private static final int HEAD = 33;

  private static final int POLYNOMIAL = 0xEDB8_8320;

  private final JsonNode grid;
  private final GridSteps steps;

  GridPicture(JsonNode grid, GridSteps steps) {
    this.grid = grid;
    this.steps = steps;
  }

  /**
   * @param text what is kept inside, for whoever finds the file
   */
  byte[] png(String text) {
    int columns = grid.path("columns").asInt();
    int rows = grid.path("rows").asInt();
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
    int cell = 0;
    for (JsonNode value : grid.path("values")) {
      image.setRGB(
          cell % columns,
          cell / columns,
          steps.colour(value.isNull() ? Double.NaN : value.doubleValue()));
      cell++;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return withText(out.toByteArray(), text);
  }

  /** A chunk tEXt has Latin letters alone (PNG, clause 11.3.4.3). */
  private static byte[] withText(byte[] png, String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('—', '-');
    byte[] content = ("tEXtComment\0" + plain).getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(png.length + content.length + 8)
        .put(png, 0, HEAD)
        .putInt(content.length - 4)
        .put(content)
        .putInt(crc(content))
        .put(png, HEAD, png.length - HEAD)
        .array();
  }

  /** CRC-32 of type and data of a chunk (PNG, annex D). */
  private static int crc(byte[] bytes) {
    int crc = -1;
    for (byte each : bytes) {
      crc ^= each & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
      }
    }
    return ~crc;
  }
}
