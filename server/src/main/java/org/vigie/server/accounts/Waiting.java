package org.vigie.server.accounts;

import java.time.Duration;

/** How long somebody must wait who has guessed too often. */
final class Waiting {

  private Waiting() {}

  /** For the header Retry-After: whole seconds, never 0. */
  static int seconds(Duration wait) {
    return Math.toIntExact(Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  static String sentence(Duration wait) {
    long minutes = wait.plusSeconds(59).toMinutes();
    return "Too many failed attempts. Try again in "
        + (minutes <= 1 ? "a minute" : minutes + " minutes")
        + ", or ask an administrator for a new password.";
  }
}
