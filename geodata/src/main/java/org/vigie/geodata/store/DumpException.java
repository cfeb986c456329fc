package org.vigie.geodata.store;

/** A dump that cannot be read back here, or did not give what it was made from; says which. */
public class DumpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DumpException(String message) {
    super(message);
  }
}
