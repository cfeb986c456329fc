package org.vigie.server.http;

import io.javalin.http.Context;

/** The page for somebody who opened one that he has no right to: who can help, and the way back. */
@FunctionalInterface
public interface RefusalPage {

  /** As HTML; the status is set. The caller is known. */
  String html(Context context);
}
