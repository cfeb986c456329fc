package org.vigie.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The problem document for a request that the container refuses before any route sees it: an
 * address that no parser reads, a header too long.
 */
final class RefusedByContainer extends ErrorHandler {

  private final SecurityHeaders headers;

  RefusedByContainer(SecurityHeaders headers) {
    this.headers = headers;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaTypes.PROBLEM);
    headers.each((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    // The container hangs up after such a request; a client that is not told would use the
    // connection again and lose its next one.
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    String title = HttpStatus.getMessage(code);
    String detail = code < 500 && message != null ? message : title;
    byte[] body = Json.bytes(Problem.of(code, title, detail).in(Language.EN));
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
