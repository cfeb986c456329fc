package org.vigie.geodata.store;

/** Somebody wanted to store a feature at a place outside his own area, where he sees nothing. */
public final class OutOfAreaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OutOfAreaException(Throwable cause) {
    super(
        "The place lies outside your area, so you could not see it yourself. Correct the place, or"
            + " have somebody store it whose area it is.",
        cause);
  }
}
