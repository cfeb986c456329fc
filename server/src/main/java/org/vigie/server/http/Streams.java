package org.vigie.server.http;

import io.javalin.http.Context;
import java.io.OutputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Answers that are written while they are made. Whatever goes wrong after the first byte breaks the
 * connection off, so that half a file never looks like a whole one.
 */
public final class Streams {

  private static final String ATTRIBUTE = "vigie.streaming";

  private Streams() {}

  /** The body; from here on there is no way back to a problem document. */
  public static OutputStream open(Context context) {
    context.attribute(ATTRIBUTE, true);
    return context.outputStream();
  }

  /** Whether bytes of an answer may already be on their way, perhaps still in a buffer. */
  static boolean begun(Context context) {
    return context.res().isCommitted() || context.attribute(ATTRIBUTE) != null;
  }

  /**
   * Closes the connection without the end of the body. An exception alone would not do: the
   * framework would append a status line's text and end the body properly.
   */
  static RuntimeException breakOff(Context context, String reason) {
    cut(context);
    return new IllegalStateException("the answer broke off: " + reason);
  }

  /** Closes the connection at once, whatever is still on its way. */
  public static void cut(Context context) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
