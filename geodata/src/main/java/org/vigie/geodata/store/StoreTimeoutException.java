package org.vigie.geodata.store;

/** A read took longer than the store allows; a narrower question may be answered. */
public class StoreTimeoutException extends StoreUnavailableException {

  private static final long serialVersionUID = 1L;

  public StoreTimeoutException(String message, Throwable cause) {
    super(message, cause);
  }
}
