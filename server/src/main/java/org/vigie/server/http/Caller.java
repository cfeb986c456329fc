package org.vigie.server.http;

import java.util.Set;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.Author;

/**
 * Who sends a request.
 *
 * @param title as pages show it, for example {@code Duty officer (EXERCISE)}
 * @param roles empty for somebody who may do nothing yet
 * @param access what the store lets the caller see and change
 * @param mayChange whether anything but questions may be asked
 */
public record Caller(String title, Set<Role> roles, Access access, boolean mayChange) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  public Caller(String title, Set<Role> roles, Access access) {
    this(title, roles, access, true);
  }

  /** The process itself, for commands on the server's own machine. */
  public static Caller operator(String name) {
    return new Caller(name, Set.of(Role.values()), Access.everything(new Author(name)));
  }

  public String name() {
    return access.author().name();
  }

  public boolean hasAny(Set<Role> wanted) {
    return roles.stream().anyMatch(wanted::contains);
  }
}
