package org.vigie.geodata.store;

import org.jspecify.annotations.Nullable;

/** The disk of the database is full. Nothing was written, and reads go on. */
public class StoreFullException extends StoreUnavailableException {

  private static final long serialVersionUID = 1L;

  public StoreFullException(@Nullable Throwable cause) {
    super("the disk of the database is full: free space on it", cause);
  }
}
