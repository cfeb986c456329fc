package org.vigie.geodata.store;

/** A key that its sender has used already, for something else. Nothing was written. */
public class SubmissionConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String first;
  private final String now;

  /**
   * @param first SHA-256 of what came first under the key, in hexadecimal
   * @param now of what comes now
   */
  public SubmissionConflictException(String first, String now) {
    super("the key was used for other content");
    this.first = first;
    this.now = now;
  }

  public String first() {
    return first;
  }

  public String now() {
    return now;
  }
}
