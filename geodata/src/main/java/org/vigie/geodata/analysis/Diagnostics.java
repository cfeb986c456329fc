package org.vigie.geodata.analysis;

import java.util.List;
import java.util.Map;

/**
 * What went in, what was left out and why, and how far the result carries.
 *
 * @param n events that were selected
 * @param used of these, the events that the method saw
 * @param dropped the others, by reason
 * @param parameters every value the method ran with
 * @param method name, version and distance of the method
 * @param figures what this method reports beside its result: Number, String or List by name
 * @param caveats in plain words, the most important first
 */
public record Diagnostics(
    long n,
    long used,
    List<Dropped> dropped,
    Map<String, Object> parameters,
    String method,
    Map<String, Object> figures,
    List<String> caveats) {

  /** Events left out for one reason. */
  public record Dropped(String reason, long n) {}
}
