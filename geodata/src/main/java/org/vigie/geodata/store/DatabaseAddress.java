package org.vigie.geodata.store;

import java.util.Optional;

/**
 * Where a database is and who we are there.
 *
 * @param jdbcUrl {@code jdbc:postgresql://…}; it may carry parameters
 * @param user role of the application, which owns nothing there; empty when the URL names it
 * @param password empty when the URL carries it or none is needed
 * @param owner who owns the schema, for migrations and the tables of layers only; empty when
 *     somebody else brings the schema up to date
 */
public record DatabaseAddress(
    String jdbcUrl, String user, String password, Optional<DatabaseLogin> owner) {

  public DatabaseAddress(String jdbcUrl, String user, String password) {
    this(jdbcUrl, user, password, Optional.empty());
  }

  /** The same database as its owner; empty when we do not know him. */
  public Optional<DatabaseAddress> asOwner() {
    return owner.map(login -> new DatabaseAddress(jdbcUrl, login.user(), login.password()));
  }

  /** Leaves the passwords out, so that an address can be logged. */
  @Override
  public String toString() {
    return (user.isEmpty() ? "" : user + " at ")
        + jdbcUrl.replaceAll("password=[^&]*", "password=…");
  }
}
