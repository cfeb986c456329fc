package org.vigie.geodata.model;

/** United Nations information sensitivity (ST/SGB/2007/6), lowest first. */
public enum Classification {
  UNCLASSIFIED,
  CONFIDENTIAL,
  STRICTLY_CONFIDENTIAL;

  /** As printed on a page: words, not an identifier. */
  public String label() {
    return name().replace('_', ' ');
  }

  public Classification highest(Classification other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
