package org.vigie.geodata.store;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be reached or is too busy just now. Nothing was written; the same request may
 * succeed later.
 */
public class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
