package org.vigie.server.accounts;

import java.time.Duration;

/** How long somebody must wait who has guessed too often. */
final class Waiting {

  private Waiting() {}

  /** For the header Retry-After: whole seconds, never 0. */
  static int seconds(Duration wait) {
    return Math.toIntExact(Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  static String sentence(SignInWords words, Duration wait) {
    long minutes = wait.plusSeconds(59).toMinutes();
    return minutes <= 1 ? words.say("wait-one") : words.say("wait-more", minutes);
  }
}
