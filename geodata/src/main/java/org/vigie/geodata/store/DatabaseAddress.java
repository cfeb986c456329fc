package org.vigie.geodata.store;

/**
 * Where a database is and who we are there.
 *
 * @param jdbcUrl {@code jdbc:postgresql://…}; it may carry parameters
 * @param user role to log in as; empty when the URL names it
 * @param password empty when the URL carries it or none is needed
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

  /** Leaves the password out, so that an address can be logged. */
  @Override
  public String toString() {
    return (user.isEmpty() ? "" : user + " at ")
        + jdbcUrl.replaceAll("password=[^&]*", "password=…");
  }
}
