package org.vigie.server.http;

/** The answer is a page elsewhere on this server: 303. */
public final class SeeOtherException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String path;

  /**
   * @param path below the base URL, starting with a slash
   */
  public SeeOtherException(String path) {
    super("see " + path);
    this.path = path;
  }

  String path() {
    return path;
  }
}
