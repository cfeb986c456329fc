package org.vigie.geodata.format;

import java.util.Optional;

/**
 * Where a column of a file goes.
 *
 * @param name as the file names it
 * @param target property or common attribute it fills; empty when it is only kept as provenance
 */
public record Column(String name, Optional<String> target) {

  public static Column to(String name, String target) {
    return new Column(name, Optional.of(target));
  }

  public static Column kept(String name) {
    return new Column(name, Optional.empty());
  }
}
