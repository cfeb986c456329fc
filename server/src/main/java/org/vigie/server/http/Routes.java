package org.vigie.server.http;

import java.util.List;

/** The endpoints of one capability. */
public interface Routes {

  /** Every endpoint, declared with its parameters; the same at every call. */
  List<Route> routes();
}
