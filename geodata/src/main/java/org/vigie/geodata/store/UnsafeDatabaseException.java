package org.vigie.geodata.store;

/** The database would not keep data from those who may not see it, so it is not used. */
public class UnsafeDatabaseException extends StoreUnavailableException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message a sentence: what is wrong and how to mend it
   */
  public UnsafeDatabaseException(String message) {
    super(message, null);
  }
}
