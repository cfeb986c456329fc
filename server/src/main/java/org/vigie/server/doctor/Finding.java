package org.vigie.server.doctor;

/**
 * One thing that was looked at.
 *
 * @param subject what, in one or two words
 * @param text what was found
 * @param fix how to mend it; empty when nothing is wrong
 */
public record Finding(Level level, String subject, String text, String fix) {

  /** How much it matters. */
  public enum Level {
    OK,
    NOTE,
    WRONG
  }

  static Finding ok(String subject, String text) {
    return new Finding(Level.OK, subject, text, "");
  }

  /** Nothing wrong, but worth knowing. */
  static Finding note(String subject, String text) {
    return new Finding(Level.NOTE, subject, text, "");
  }

  static Finding wrong(String subject, String text, String fix) {
    return new Finding(Level.WRONG, subject, text, fix);
  }
}
