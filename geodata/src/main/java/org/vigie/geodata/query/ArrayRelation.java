package org.vigie.geodata.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The relations of two arrays, taken as sets: neither order nor repetition counts. */
public enum ArrayRelation {
  EQUALS("a_equals"),
  CONTAINS("a_contains"),
  CONTAINED_BY("a_containedBy"),
  OVERLAPS("a_overlaps");

  private final String json;

  ArrayRelation(String json) {
    this.json = json;
  }

  /** The operator's name in CQL2 JSON; CQL2 text writes it in capitals. */
  public String json() {
    return json;
  }

  public String function() {
    return json.toUpperCase(Locale.ROOT);
  }

  public static Optional<ArrayRelation> find(String function) {
    return Arrays.stream(values()).filter(r -> r.json.equalsIgnoreCase(function)).findFirst();
  }
}
