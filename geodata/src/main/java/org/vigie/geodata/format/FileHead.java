package org.vigie.geodata.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file says of itself before its features: which question it answers, of when, how marked.
 * Values are one line each.
 *
 * @param entries in their order; none for a file that says nothing
 */
public record FileHead(Map<String, String> entries) {

  public static final FileHead NONE = new FileHead(Map.of());

  public FileHead {
    Map<String, String> lines = new LinkedHashMap<>();
    entries.forEach((name, value) -> lines.put(name, value.replaceAll("\\p{Cntrl}+", " ").strip()));
    entries = Collections.unmodifiableMap(lines);
  }
}
