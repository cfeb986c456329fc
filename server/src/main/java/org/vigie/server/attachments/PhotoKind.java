package org.vigie.server.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** What a picture is, by its first bytes; what its name or its sender says counts for nothing. */
enum PhotoKind {
  JPEG("image/jpeg", "jpeg", "ffd8ff"),
  PNG("image/png", "png", "89504e470d0a1a0a");

  private final String mediaType;
  private final String format;
  private final byte[] beginning;

  PhotoKind(String mediaType, String format, String beginning) {
    this.mediaType = mediaType;
    this.format = format;
    this.beginning = HexFormat.of().parseHex(beginning);
  }

  String mediaType() {
    return mediaType;
  }

  /** As ImageIO calls it. */
  String format() {
    return format;
  }

  /**
   * @param head at least the first twelve bytes, if there are so many
   */
  static PhotoKind of(byte[] head) throws BadInputException {
    Optional<PhotoKind> kind =
        Arrays.stream(values())
            .filter(
                each ->
                    head.length >= each.beginning.length
                        && Arrays.equals(
                            each.beginning,
                            0,
                            each.beginning.length,
                            head,
                            0,
                            each.beginning.length))
            .findFirst();
    return kind.orElseThrow(
        () ->
            new BadInputException(
                Fault.of(
                    null,
                    Message.of("this is {head}, and only photographs can be attached", name(head)),
                    "Send a JPEG or a PNG; of a document, a photograph or a screenshot of the"
                        + " page")));
  }

  private static String name(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("%PDF")) {
      return "a PDF";
    }
    if (text.startsWith("PK")) {
      return "a ZIP or an office document";
    }
    if (text.startsWith("GIF8")) {
      return "a GIF";
    }
    if (text.startsWith("RIFF")) {
      return "a WebP or a recording";
    }
    if (text.indexOf("ftyp") == 4) {
      return "a HEIC picture or a film";
    }
    return head.length == 0 ? "nothing at all" : "neither JPEG nor PNG";
  }
}
