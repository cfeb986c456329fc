package org.vigie.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.vigie.geodata.model.Message;

/** Request bodies, read up to a stated size. */
public final class Bodies {

  /** Enough for a polygon of 100 000 vertices; larger data comes as an import. */
  public static final int USUAL_BYTES = 10 * 1024 * 1024;

  private static final int PAST_BYTES = 1024 * 1024;
  private static final int PAST_BUFFER = 16 * 1024;
  private static final String READ = "vigie.body-read";

  private Bodies() {}

  public static byte[] read(Context context) throws IOException {
    return read(context, USUAL_BYTES);
  }

  /**
   * The body as it comes in; the reader counts what he takes. A body that comes too slowly breaks
   * off with 408.
   */
  public static InputStream stream(Context context) {
    return new PacedBody(context.bodyInputStream(), System::nanoTime);
  }

  /**
   * Takes what is left of a body that is refused, if it is at most a megabyte: a client that is
   * still sending when the connection closes never sees why.
   */
  static void readPast(Context context) {
    if (!isUnread(context) || context.req().getContentLengthLong() > PAST_BYTES) {
      return;
    }
    try {
      InputStream rest = stream(context);
      byte[] buffer = new byte[PAST_BUFFER];
      for (int left = PAST_BYTES; left > 0; ) {
        int read = rest.read(buffer);
        if (read < 0) {
          context.attribute(READ, true);
          return;
        }
        left -= read;
      }
    } catch (IOException | ProblemException gone) {
      // What is said about the request stays as it is, heard or not.
    }
  }

  /**
   * Whether some of the body may still be on its way. The container hangs up after the answer then,
   * and a client that is not told so would lose its next request.
   */
  static boolean isUnread(Context context) {
    return isSent(context) && context.attribute(READ) == null;
  }

  /**
   * Whether the request brings a body at all; of a change over HTTP/2, whether it may bring one.
   */
  static boolean isSent(Context context) {
    long length = context.req().getContentLengthLong();
    return length > 0
        || context.header("Transfer-Encoding") != null
        || (length < 0 && isOfUnsaidLength(context));
  }

  /** HTTP/2 has no header for a body of unknown length: it is there or it is not. */
  private static boolean isOfUnsaidLength(Context context) {
    boolean isChange = !RequestGuard.READS.contains(context.method());
    return isChange && context.req().getProtocol().startsWith("HTTP/2");
  }

  /** Refuses a larger body by its declared length, before reading, and while reading. */
  public static byte[] read(Context context, int maxBytes) throws IOException {
    if (context.req().getContentLengthLong() > maxBytes) {
      throw tooLarge(maxBytes);
    }
    InputStream in = stream(context);
    byte[] bytes = in.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw tooLarge(maxBytes);
    }
    context.attribute(READ, true);
    return bytes;
  }

  /**
   * Refuses a compressed body, whatever is in it: a few bytes could stand for gigabytes, and
   * nothing that is sent here is large enough to need it.
   *
   * @throws ProblemException 415
   */
  static void refuseCompressed(Context context) {
    String encoding = context.header("Content-Encoding");
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      context.header("Accept-Encoding", "identity");
      throw ProblemException.of(
          415, "Unsupported Media Type", "Send the body as it is, without Content-Encoding.");
    }
  }

  /**
   * Refuses a body that is declared as something else. A body without a declared type passes.
   *
   * @throws ProblemException 415
   */
  public static void requireType(Context context, String... mediaTypes) {
    String declared = context.contentType();
    if (declared == null) {
      return;
    }
    String essence = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!List.of(mediaTypes).contains(essence)) {
      throw ProblemException.of(
          415,
          "Unsupported Media Type",
          Message.of("Send {choices}, not {type}.", String.join(" or ", mediaTypes), essence));
    }
  }

  private static ProblemException tooLarge(int maxBytes) {
    return ProblemException.of(
        413,
        "Content Too Large",
        Message.of("The body may have at most {maxBytes} bytes.", maxBytes));
  }
}
