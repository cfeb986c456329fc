package org.vigie.geodata.store;

import java.util.UUID;

/**
 * What a caller sends under a key of its own, so that sending it again is safe. Keys are unique for
 * one author; another author's same key is another submission.
 *
 * @param key made by the sender, the same at every attempt
 * @param digest SHA-256 of what is sent, in hexadecimal
 */
public record Submission(UUID key, String digest) {

  /**
   * The answer a submission got.
   *
   * @param status of HTTP
   * @param location path of what was made, empty when nothing was
   * @param tag entity tag of what was made, empty when it has none
   */
  public record Receipt(int status, String location, String tag) {}

  /**
   * What became of a submission.
   *
   * @param receipt the same at every attempt
   * @param repeated whether it had been done before
   */
  public record Outcome(Receipt receipt, boolean repeated) {}
}
