package org.vigie.server.bench;

import java.time.Instant;
import java.util.List;

/**
 * A tile, or a page, of the events of a time.
 *
 * @param kinds subtypes that are asked for; empty for all
 */
record Question(int zoom, int row, int column, Instant from, Instant to, List<String> kinds) {

  private static final String ALL = "all";

  /** The same, as the end of a path. */
  String path() {
    return String.join(
        "/",
        String.valueOf(zoom),
        String.valueOf(row),
        String.valueOf(column),
        from.toString(),
        to.toString(),
        kinds.isEmpty() ? ALL : String.join(",", kinds));
  }

  static Question of(String path) {
    String[] parts = path.split("/", -1);
    return new Question(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Instant.parse(parts[3]),
        Instant.parse(parts[4]),
        parts[5].equals(ALL) ? List.of() : List.of(parts[5].split(",")));
  }
}
