package org.vigie.server.accounts;

import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.Classification;

/**
 * Somebody who may sign in.
 *
 * @param username see {@link UserName}; unique and never given again
 * @param title as pages show it, for example {@code Duty officer (EXERCISE)}
 * @param compartments need-to-know compartments held
 * @param area area of responsibility, WGS 84 longitude/latitude; empty for the whole mission
 * @param disabled may not sign in any more; the name stays taken
 * @param mustChangePassword may do nothing else until a new password is set
 * @param oidcSubject who this is at the mission's identity provider; empty when not linked
 */
public record Account(
    String username,
    String title,
    Set<Role> roles,
    Classification clearance,
    Set<String> compartments,
    Optional<Geometry> area,
    boolean disabled,
    boolean mustChangePassword,
    Optional<String> oidcSubject) {

  public Account {
    roles = Set.copyOf(roles);
    compartments = Set.copyOf(compartments);
  }

  /** An account that is not linked to an identity provider. */
  public Account(
      String username,
      String title,
      Set<Role> roles,
      Classification clearance,
      Set<String> compartments,
      Optional<Geometry> area,
      boolean disabled,
      boolean mustChangePassword) {
    this(
        username,
        title,
        roles,
        clearance,
        compartments,
        area,
        disabled,
        mustChangePassword,
        Optional.empty());
  }

  /** Whether this account keeps the accounts and may sign in. */
  public boolean administers() {
    return !disabled && roles.contains(Role.ADMINISTRATOR);
  }

  public Account withMustChangePassword(boolean must) {
    return new Account(
        username, title, roles, clearance, compartments, area, disabled, must, oidcSubject);
  }
}
