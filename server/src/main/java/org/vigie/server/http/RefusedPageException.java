package org.vigie.server.http;

/** Ends a request of somebody who opened a page that he has no right to. */
final class RefusedPageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String html;

  RefusedPageException(String html) {
    super("no right to the page", null, false, false);
    this.html = html;
  }

  String html() {
    return html;
  }
}
