package org.vigie.server.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.Attachments;

/** Of a photograph the pixels stay and nothing else. */
class PhotoTest {

  private static final int MUTANTS = Integer.getInteger("vigie.mutants", 1_500);

  @TempDir Path folder;

  @Test
  void nothingThatTheCameraWroteBesideThePictureStays() throws Exception {
    byte[] taken = Pictures.fromTelephone(64, 32, 1);
    assertThat(text(taken)).contains(Pictures.PLACE, Pictures.COMMENT, Pictures.XMP, "Exif");
    Attachments.Picture kept = encode(taken);
    for (byte[] picture : new byte[][] {kept.content(), kept.thumbnail()}) {
      assertThat(text(picture)).doesNotContain("CANARY", "Exif", "xmpmeta", "GPS");
    }
  }

  /** Where the red half of the picture is, by how the camera was held. */
  @ParameterizedTest
  @CsvSource({
    "1, left",
    "2, right",
    "3, right",
    "4, left",
    "5, top",
    "6, top",
    "7, bottom",
    "8, bottom",
    "0, left",
    "9, left"
  })
  void thePictureIsTurnedUprightBeforeThatIsForgotten(int orientation, String red)
      throws Exception {
    Attachments.Picture kept = encode(Pictures.fromTelephone(80, 40, orientation));
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(kept.content()));
    boolean turned = red.equals("top") || red.equals("bottom");
    assertThat(picture.getWidth()).isEqualTo(turned ? 40 : 80).isEqualTo(kept.width());
    assertThat(picture.getHeight()).isEqualTo(turned ? 80 : 40).isEqualTo(kept.height());
    int x = red.equals("left") ? 5 : red.equals("right") ? 75 : 20;
    int y = red.equals("top") ? 5 : red.equals("bottom") ? 75 : 20;
    assertThat(picture.getRGB(x, y) >> 16 & 0xFF).as("red there").isGreaterThan(200);
    assertThat(picture.getRGB(picture.getWidth() - 1 - x, picture.getHeight() - 1 - y) & 0xFF)
        .as("blue opposite")
        .isGreaterThan(200);
  }

  @Test
  void aSecondFileBehindThePictureIsGone() throws Exception {
    for (String format : new String[] {"jpeg", "png"}) {
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.write(Pictures.plain(format, 20, 20));
      both.write("PK\3\4<script>POLYGLOT</script><?php".getBytes(StandardCharsets.US_ASCII));
      assertThat(text(encode(both.toByteArray()).content())).doesNotContain("POLYGLOT", "script");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png"})
  void aTruncatedPictureIsRefused(String format) throws Exception {
    byte[] whole = Pictures.plain(format, 600, 400);
    for (int part : new int[] {30, 50, 90}) {
      byte[] cut = Arrays.copyOf(whole, whole.length * part / 100);
      assertThatThrownBy(() -> encode(cut))
          .as("%d %% of a %s", part, format)
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void aPictureOfTooManyPixelsIsRefusedByItsHeader() {
    var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> encode(Pictures.pngHeader(60_000, 60_000)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("60000 × 60000 pixels");
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(8_000_000);
    assertThatThrownBy(() -> encode(Pictures.pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE)))
        .isInstanceOf(BadInputException.class);
    // Within the limit it is decoded, and only then found to have no picture in it.
    assertThatThrownBy(() -> encode(Pictures.pngHeader(600, 600))).hasMessageContaining("damaged");
  }

  @Test
  void whatIsNoPhotographIsRefusedByWhatItIs() {
    refused("%PDF-1.7", "a PDF");
    refused("PK\3\4", "a ZIP");
    refused("GIF89a", "a GIF");
    refused("<svg xmlns='http://www.w3.org/2000/svg'/>", "neither JPEG nor PNG");
    refused("", "nothing at all");
  }

  @Test
  void theThumbnailFitsAndKeepsItsShape() throws Exception {
    BufferedImage small =
        ImageIO.read(
            new ByteArrayInputStream(encode(Pictures.plain("png", 3_000, 1_000)).thumbnail()));
    assertThat(small.getWidth()).isEqualTo(320);
    assertThat(small.getHeight()).isBetween(105, 107);
  }

  @Test
  void aDamagedPictureIsReadOrRefusedAndNothingElse() throws Exception {
    byte[][] seeds = {Pictures.fromTelephone(40, 30, 6), Pictures.plain("png", 40, 30)};
    int read = 0;
    for (int seed = 0; seed < MUTANTS; seed++) {
      Random random = new Random(seed);
      byte[] damaged = seeds[seed % 2].clone();
      for (int times = 1 + random.nextInt(4); times > 0; times--) {
        damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(encode(damaged).content()).isNotEmpty();
        read++;
      } catch (BadInputException refused) {
        assertThat(refused.faults().get(0).fix()).isNotBlank();
      } catch (Throwable other) {
        throw new AssertionError("seed " + seed, other);
      }
    }
    assertThat(read).isBetween(MUTANTS / 100, MUTANTS * 99 / 100);
  }

  private void refused(String content, String what) {
    assertThatThrownBy(() -> encode(content.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(what);
  }

  private Attachments.Picture encode(byte[] bytes) throws IOException, BadInputException {
    Path file = Files.write(folder.resolve("photo"), bytes);
    return Photo.of(file).encode("photo");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
