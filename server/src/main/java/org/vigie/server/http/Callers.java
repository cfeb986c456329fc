package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.vigie.geodata.access.Access;

/** Who sends a request, once the server has found out. */
public final class Callers {

  private static final String ATTRIBUTE = "caller";

  private Callers() {}

  /** The caller of a route that is not open to everybody. */
  public static Caller get(Context context) {
    return find(context)
        .orElseThrow(() -> new IllegalStateException("nobody is signed in: " + context.path()));
  }

  /** The caller, if there is one; on open routes. */
  public static Optional<Caller> find(Context context) {
    return Optional.ofNullable(context.attribute(ATTRIBUTE));
  }

  /** What the caller may see and change. */
  public static Access access(Context context) {
    return get(context).access();
  }

  static void remember(Context context, Caller caller) {
    context.attribute(ATTRIBUTE, caller);
  }
}
