package org.vigie.geodata.index;

/** The index would have to guess what the database says; the database must be asked. */
final class UndecidedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UndecidedException() {
    super("only the database can decide", null, false, false);
  }
}
