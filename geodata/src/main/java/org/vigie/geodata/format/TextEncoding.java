package org.vigie.geodata.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * How the characters of a text file are written as bytes. A byte order mark decides; then zero
 * bytes speak for UTF-16, well-formed UTF-8 for UTF-8, and what is left is windows-1252, the usual
 * answer of western spreadsheets.
 *
 * @param bom length in bytes of the mark at the beginning
 */
public record TextEncoding(Charset charset, int bom) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Judges by a beginning; empty when the bytes are no text. */
  public static Optional<TextEncoding> guess(byte[] head) {
    Optional<TextEncoding> marked = byMark(head);
    if (marked.isPresent()) {
      return marked;
    }
    Optional<TextEncoding> wide = byZeroBytes(head);
    if (wide.isPresent()) {
      return wide;
    }
    if (!looksLikeText(head)) {
      return Optional.empty();
    }
    return Optional.of(
        new TextEncoding(isUtf8Beginning(head) ? StandardCharsets.UTF_8 : WINDOWS_1252, 0));
  }

  /**
   * Judges by all bytes, since the first accent may come late.
   *
   * @throws BadInputException when the file is not text in any encoding that is recognised
   */
  public static TextEncoding of(ByteSource source) throws IOException, BadInputException {
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(65_536);
    }
    TextEncoding guess =
        guess(head)
            .orElseThrow(
                () ->
                    new BadInputException(
                        Fault.of(
                                null,
                                "this is not a text file",
                                "Save it as CSV or GeoJSON; a spreadsheet has that under \"Save"
                                    + " as\"")
                            .at(source.name(), 0)));
    if (guess.bom == 0 && guess.charset.equals(StandardCharsets.UTF_8)) {
      return guess.firstBadLine(source) == 0 ? guess : new TextEncoding(WINDOWS_1252, 0);
    }
    return guess.checked(source);
  }

  /** The declared encoding, once all bytes have been found to be in it. */
  public static TextEncoding declared(Charset charset, ByteSource source)
      throws IOException, BadInputException {
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(4);
    }
    int mark = byMark(head).filter(m -> m.charset.equals(charset)).map(TextEncoding::bom).orElse(0);
    return new TextEncoding(charset, mark).checked(source);
  }

  /** The text of a beginning; a character cut off at its end is left out. */
  public String decode(byte[] head) {
    CharBuffer out = CharBuffer.allocate(head.length + 1);
    charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .decode(ByteBuffer.wrap(head, bom, head.length - bom), out, false);
    return out.flip().toString();
  }

  /** Reads the text after the mark; the caller closes it. */
  public Reader open(ByteSource source) throws IOException {
    InputStream in = source.open();
    in.skipNBytes(bom);
    return new BufferedReader(
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
        65_536);
  }

  private TextEncoding checked(ByteSource source) throws IOException, BadInputException {
    long bad = firstBadLine(source);
    if (bad > 0) {
      throw new BadInputException(
          Fault.of(
                  null,
                  Message.of("the bytes here are not {charset}", charset.name()),
                  "Declare the right encoding, or save the file as UTF-8")
              .at(source.name(), bad));
    }
    return this;
  }

  private long firstBadLine(ByteSource source) throws IOException {
    try (InputStream in = source.open()) {
      in.skipNBytes(bom);
      return new StrictScan(charset).firstBadLine(in);
    }
  }

  private static Optional<TextEncoding> byMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 3));
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 2));
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 2));
    }
    return Optional.empty();
  }

  private static Optional<TextEncoding> byZeroBytes(byte[] b) {
    int[] zeros = new int[2];
    for (int i = 0; i < b.length; i++) {
      if (b[i] == 0) {
        zeros[i % 2]++;
      }
    }
    int many = b.length / 4;
    if (zeros[1] > many && zeros[0] < zeros[1] / 8) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 0));
    }
    if (zeros[0] > many && zeros[1] < zeros[0] / 8) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 0));
    }
    return Optional.empty();
  }

  private static boolean looksLikeText(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1E) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8Beginning(byte[] head) {
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false);
    return !result.isError();
  }

  /** Decodes strictly and throws the characters away, counting lines. */
  private record StrictScan(Charset charset) {

    long firstBadLine(InputStream in) throws IOException {
      long line = 1;
      char[] buffer = new char[32_768];
      try (Reader reader =
          new InputStreamReader(
              in,
              charset
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT))) {
        for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
          for (int i = 0; i < n; i++) {
            if (buffer[i] == '\n') {
              line++;
            }
          }
        }
        return 0;
      } catch (CharacterCodingException notThisEncoding) {
        return line;
      }
    }
  }
}
