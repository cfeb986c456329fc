package org.vigie.server.http;

import io.javalin.http.Context;
import org.vigie.geodata.model.Author;

/** Who sends a request. */
public final class Callers {

  private static final Author LOCAL = new Author("local operator");

  private Callers() {}

  /**
   * The name that the change log keeps. The server listens on loopback unless told otherwise and
   * knows no accounts, so whoever reaches it is the operator of this machine.
   */
  public static Author author(Context context) {
    return LOCAL;
  }
}
