package org.vigie.geodata.layer;

/** How a layer's features stand in time. */
public enum TimeModel {
  /** Timeless reference data. */
  NONE,
  /** Something that happened; the span is its duration or the uncertainty of its date. */
  EVENT,
  /** Something that holds from a time until further notice or an end. */
  STATE
}
