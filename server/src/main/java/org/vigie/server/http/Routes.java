package org.vigie.server.http;

import java.util.List;

/** The endpoints of one capability. */
public interface Routes {

  /** Every endpoint, declared with its parameters; called once, before the server starts. */
  List<Route> routes();
}
