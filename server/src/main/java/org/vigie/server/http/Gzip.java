package org.vigie.server.http;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Answers that are kept compressed, so that they need not be compressed for every request. */
public final class Gzip {

  private Gzip() {}

  public static byte[] of(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  /**
   * Sends what {@link #of} made, opened for the few clients that do not take it as it is.
   *
   * @param gzip never of others: it is opened without a limit
   */
  public static void send(Context context, byte[] gzip, String mediaType) throws IOException {
    context.contentType(mediaType);
    String accepted = context.header("Accept-Encoding");
    if (accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip")) {
      context.disableCompression();
      context.header("Content-Encoding", "gzip").result(gzip);
      return;
    }
    try (GZIPInputStream opened = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      context.result(opened.readAllBytes());
    }
  }
}
