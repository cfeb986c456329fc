package org.vigie.server.http;

import java.util.List;
import java.util.Map;

/** The endpoints of one capability. */
public interface Routes {

  /** Every endpoint, declared with its parameters; the same at every call. */
  List<Route> routes();

  /** Schemas that these endpoints refer to by name. */
  default Map<String, Schema> schemas() {
    return Map.of();
  }

  /** URIs of the conformance classes that these endpoints fulfil. */
  default List<String> conformsTo() {
    return List.of();
  }

  /**
   * What the landing page links to.
   *
   * @param base URL of the server, without a trailing slash
   */
  default List<Link> entries(String base) {
    return List.of();
  }

  /** Called when the server stops, before connections are cut: to end answers that go on. */
  default void stop() {}
}
