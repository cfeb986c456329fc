package org.vigie.geodata.store;

/** Somebody else changed the feature first; nothing was written. */
public class StaleVersionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final long currentVersion;

  /**
   * @param currentVersion the version that is current now; 0 when the feature is gone
   */
  public StaleVersionException(long currentVersion) {
    super(
        currentVersion == 0 ? "the feature is gone" : "version " + currentVersion + " is current");
    this.currentVersion = currentVersion;
  }

  public long currentVersion() {
    return currentVersion;
  }
}
