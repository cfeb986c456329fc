package org.vigie.server.attachments;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Attachments;

/**
 * Makes a picture of our own out of one from outside: decodes it, turns it upright and encodes the
 * pixels anew. Nothing else of the file survives: no place, no serial number of the camera, no
 * comment, no second file behind the first.
 */
final class Photo {

  /** More is no photograph. */
  static final long MOST_PIXELS = 50_000_000;

  /** Larger ones are read at half their width and height, so that memory stays bounded. */
  static final long PIXELS_KEPT = 25_000_000;

  static final int THUMBNAIL_PIXELS = 320;

  private static final int HEAD_BYTES = 256 * 1024;
  private static final float QUALITY = 0.9f;
  private static final float THUMBNAIL_QUALITY = 0.8f;

  private final Path file;
  private final PhotoKind kind;
  private final Orientation orientation;

  private Photo(Path file, PhotoKind kind, Orientation orientation) {
    this.file = file;
    this.kind = kind;
    this.orientation = orientation;
  }

  /**
   * @throws BadInputException when it is no JPEG and no PNG
   */
  static Photo of(Path file) throws IOException, BadInputException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    PhotoKind kind = PhotoKind.of(head);
    return new Photo(
        file, kind, kind == PhotoKind.JPEG ? Orientation.of(head) : Orientation.UPRIGHT);
  }

  /**
   * The picture anew. Takes up to 12 bytes of memory a pixel kept, and about a second for ten
   * million.
   *
   * @throws BadInputException when it has too many pixels, before any is decoded, or is damaged
   */
  Attachments.Picture encode(String name) throws IOException, BadInputException {
    BufferedImage picture = upright(decode());
    return new Attachments.Picture(
        name,
        kind.mediaType(),
        picture.getWidth(),
        picture.getHeight(),
        encoded(picture, kind.format(), QUALITY),
        encoded(thumbnail(picture), PhotoKind.JPEG.format(), THUMBNAIL_QUALITY));
  }

  private BufferedImage decode() throws IOException, BadInputException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
    AtomicBoolean damage = new AtomicBoolean();
    reader.addIIOReadWarningListener(
        (source, warning) -> damage.compareAndSet(false, isDamage(warning)));
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      ImageReadParam how = reader.getDefaultReadParam();
      int every = sampling(reader);
      how.setSourceSubsampling(every, every, 0, 0);
      BufferedImage picture = reader.read(0, how);
      if (damage.get()) {
        throw damaged();
      }
      return picture;
    } catch (IOException | RuntimeException broken) {
      // The decoders of the JDK answer damage with whatever they stumble over.
      throw damaged();
    } finally {
      reader.dispose();
    }
  }

  private static int sampling(ImageReader reader) throws IOException, BadInputException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width * height > MOST_PIXELS) {
      throw new BadInputException(
          Fault.of(
              null,
              Message.of("the picture has {width} × {height} pixels", width, height),
              Message.of("Send one of at most {value} million pixels", MOST_PIXELS / 1_000_000)));
    }
    return width * height > PIXELS_KEPT ? 2 : 1;
  }

  private static boolean isDamage(String warning) {
    return warning.contains("remature") || warning.contains("orrupt");
  }

  private BadInputException damaged() {
    return new BadInputException(
        Fault.of(
            null,
            "the picture is damaged or of an unusual kind",
            "Open it, save it again as JPEG or PNG, and send that"));
  }

  private BufferedImage upright(BufferedImage decoded) {
    int width = decoded.getWidth();
    int height = decoded.getHeight();
    boolean turned = orientation.isOnItsSide();
    BufferedImage picture = canvas(turned ? height : width, turned ? width : height);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    graphics.drawImage(decoded, orientation.upright(width, height), null);
    graphics.dispose();
    return picture;
  }

  /** Halved again and again, so that every pixel counts. */
  private static BufferedImage thumbnail(BufferedImage picture) {
    BufferedImage current = picture;
    int longest = Math.max(picture.getWidth(), picture.getHeight());
    while (longest > THUMBNAIL_PIXELS) {
      int next = Math.max(THUMBNAIL_PIXELS, longest / 2);
      current =
          scaled(
              current,
              Math.max(1, (int) ((long) current.getWidth() * next / longest)),
              Math.max(1, (int) ((long) current.getHeight() * next / longest)));
      longest = next;
    }
    return current;
  }

  private static BufferedImage scaled(BufferedImage picture, int width, int height) {
    BufferedImage small = canvas(width, height);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return small;
  }

  private static BufferedImage canvas(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
  }

  private static byte[] encoded(BufferedImage picture, String format, float quality)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (format.equals(PhotoKind.JPEG.format())) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
      }
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
