package org.vigie.server.accounts;

/** The identity provider is away, or what it said cannot be believed. */
final class OidcException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean away;

  private OidcException(String message, boolean away) {
    super(message);
    this.away = away;
  }

  static OidcException away(String why) {
    return new OidcException(why, true);
  }

  static OidcException refused(String why) {
    return new OidcException(why, false);
  }

  /** Whether it could not be asked at all. */
  boolean isAway() {
    return away;
  }
}
