package org.vigie.geodata.store;

/**
 * The database cannot be reached or is too busy just now. Nothing was written; the same request may
 * succeed later.
 */
public class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
