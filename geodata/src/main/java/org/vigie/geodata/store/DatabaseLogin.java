package org.vigie.geodata.store;

/** A role of a database and its password. */
public record DatabaseLogin(String user, String password) {

  /** Leaves the password out, so that a login can be logged. */
  @Override
  public String toString() {
    return user;
  }
}
